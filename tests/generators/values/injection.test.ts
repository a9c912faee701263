import { expect, test } from 'vitest';
import { isArray, isObject, type Json } from '../../../core/source/json.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { hostileDocuments, nameOf } from '../injection/hostile-documents.ts';
import { runInSandbox } from '../injection/sandbox.ts';
import { contractFrom } from '../support/contract.ts';
import { everyOption } from './clinic.ts';

/** The document with a date or a big integer wherever it has a text or a number, and with an id that has the text in it. */
function withValues(document: Json, text: string): Json {
  const changed = converted(document);
  const components = isObject(changed) ? changed.components : undefined;
  const schemas = isObject(components) ? components.schemas : undefined;
  if (!isObject(changed) || !isObject(components) || !isObject(schemas)) return changed;
  const id = { type: 'string', description: text, pattern: text };
  return { ...changed, components: { ...components, schemas: { ...schemas, [`${text} id`]: id } } };
}

function converted(value: Json): Json {
  if (isArray(value)) return value.map(converted);
  if (!isObject(value)) return value;
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, converted(member)]));
  if (value.type === 'string' && value.enum === undefined) return { ...members, format: 'date-time' };
  return value.type === 'integer' || value.type === 'number' ? { ...members, format: 'int64' } : members;
}

test('code for dates, bigints and branded ids parses, and none of a hostile document’s texts runs in it', () => {
  const hostile = hostileDocuments('openapi').filter((_, i) => i % 3 === 0);
  expect(hostile.length).toBeGreaterThan(300);
  let withPlaces = 0;
  const failures = hostile.flatMap((one) => {
    const contract = contractFrom(JSON.stringify(withValues(one.document, one.text)));
    const { files } = typescriptClient.generate(contract, { importExtension: '.js', settings: everyOption });
    if (files.some(({ path }) => path === 'values.ts')) withPlaces++;
    const report = runInSandbox(files);
    const strayed = files.filter(({ path }) => !isSafePath(path));
    const silent = report.syntaxError === undefined && report.runtimeError === undefined && !report.alarmed;
    return silent && strayed.length === 0 ? [] : [{ ...nameOf(one), ...report, strayed }];
  });
  expect(failures).toEqual([]);
  expect(withPlaces).toBeGreaterThan(300);
}, 120_000);
