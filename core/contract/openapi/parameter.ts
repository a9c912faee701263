import type { Node } from '../../source/node.ts';
import type { Parameter, ParameterPlace } from '../model.ts';
import { isSchema } from '../schemas/keywords/kit.ts';
import { readExamples } from './example.ts';
import { readExtensions } from './extensions.ts';
import { readContent } from './media-type.ts';
import { type Reading, withOwnDescription } from './reading.ts';
import { defaultStyles, readStyle } from './style.ts';
import { readItemParameter } from './swagger2/item.ts';

/** The parameters listed at `node`, an operation or a path. Those of 2.0 that make up a body are left out. */
export function readParameters(node: Node, declaredAt: Parameter['declaredAt'], reading: Reading): Parameter[] {
  const items = node.get('parameters')?.items() ?? [];
  return items.flatMap((item) => {
    const parameter = readParameter(item, reading);
    return parameter === undefined ? [] : [{ ...parameter, declaredAt }];
  });
}

/** The operation's parameters and those of its path that it does not declare anew. */
export function mergeParameters(ofPath: readonly Parameter[], own: readonly Parameter[]): readonly Parameter[] {
  if (ofPath.length === 0) return own;
  const replaced = new Set(own.map(keyOf));
  return [...ofPath.filter((parameter) => !replaced.has(keyOf(parameter))), ...own];
}

export function readParameter(item: Node, reading: Reading): Parameter | undefined {
  const parameter = reading.behind(item, 'parameter', (target) => readObject(target, reading));
  if (parameter === undefined) return undefined;
  return { ...withOwnDescription(parameter, item, reading), usedAt: item.location() };
}

function readObject(node: Node, reading: Reading): Parameter | undefined {
  const name = node.string('name');
  const place = node.string('in');
  if (name === undefined || !isPlace(place)) return undefined;
  if (reading.line === '2.0') return readItemParameter(node, name, place, reading);
  const schema = node.get('schema');
  return {
    location: node.location(),
    usedAt: node.location(),
    name,
    in: place,
    required: node.boolean('required') === true,
    deprecated: node.boolean('deprecated') === true,
    description: node.string('description'),
    ...readStyle(node, defaultStyles[place]),
    allowReserved: node.boolean('allowReserved') === true,
    allowEmptyValue: node.boolean('allowEmptyValue') === true,
    schema: isSchema(schema) ? reading.schemas.read(schema) : undefined,
    content: readContent(node, reading)[0],
    examples: readExamples(node, reading),
    declaredAt: 'operation',
    extensions: readExtensions(node),
  };
}

function isPlace(place: string | undefined): place is ParameterPlace {
  return place !== undefined && Object.hasOwn(defaultStyles, place);
}

/** Header names do not differ by case. */
function keyOf({ in: place, name }: Parameter): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}
