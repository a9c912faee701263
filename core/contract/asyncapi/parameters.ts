import type { Node } from '../../source/node.ts';
import type { ChannelParameter } from '../model.ts';
import type { Schema } from '../schema.ts';
import type { Reading } from './reading.ts';

export function readChannelParameters(reading: Reading, parameters: Node | undefined): readonly ChannelParameter[] {
  return (parameters?.entries() ?? []).flatMap(([name, node]) => readChannelParameter(reading, name, node) ?? []);
}

export function readChannelParameter(reading: Reading, name: string, node: Node): ChannelParameter | undefined {
  const parameter = reading.reach(node, 'parameter');
  if (parameter === undefined) return undefined;
  return {
    location: parameter.location(),
    name,
    description: parameter.string('description'),
    schema: reading.once('parameter', parameter, () => schemaOf(reading, parameter)),
  };
}

function schemaOf(reading: Reading, parameter: Node): Schema | undefined {
  const written = parameter.get('schema');
  if (reading.isV2) return written === undefined ? undefined : reading.schemas.read(written);
  // 3.x parameters have no schema of their own: enum, default and examples are the keywords of one for strings.
  const keywords = ['enum', 'default', 'examples', 'description'].flatMap((keyword) => {
    const value = parameter.json(keyword);
    return value === undefined ? [] : [[keyword, value] as const];
  });
  return reading.schemas.read(parameter.withValue({ type: 'string', ...Object.fromEntries(keywords) }));
}

/** The names in braces of an address or a URL template, in order, duplicates included. */
export function templateNamesOf(template: string | undefined): readonly string[] {
  if (template === undefined) return [];
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
