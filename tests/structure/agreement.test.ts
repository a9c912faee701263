import { readFileSync } from 'node:fs';
import AjvDraft07 from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Json } from '../../core/source/json.ts';
import { Node } from '../../core/source/node.ts';
import { parseSource } from '../../core/source/parse.ts';
import { loadMetaSchema, loadValidator } from '../../core/structure/compiled.ts';
import { explain } from '../../core/structure/explain/explain.ts';
import type { Fault } from '../../core/structure/explain/fault.ts';
import { formats } from '../../core/structure/formats.ts';
import { mutations } from './mutations.ts';

const packages = new URL('../../node_modules/', import.meta.url);
const hosts = new URL('./fixtures/hosts/', import.meta.url);
const openapi = '@seriousme/openapi-schema-validator/schemas';

const cases = [
  { name: 'openapi-3.1-other-dialect', published: `${openapi}/v3.1/schema.json`, host: 'openapi-3.1.yaml' },
  { name: 'openapi-3.2-other-dialect', published: `${openapi}/v3.2/schema.json`, host: 'openapi-3.1.yaml' },
  { name: 'asyncapi-2.6', published: '@asyncapi/specs/schemas/2.6.0-without-$id.json', host: 'asyncapi-2.6.yaml' },
  { name: 'asyncapi-3.0', published: '@asyncapi/specs/schemas/3.0.0-without-$id.json', host: 'asyncapi-3.0.yaml' },
];

test.for(cases)('$name decides as the published schema does, and each refusal has words', async (one) => {
  const original = compileOriginal(JSON.parse(readFileSync(new URL(one.published, packages), 'utf8')));
  const validator = await loadValidator(one.name);
  const schema = await loadMetaSchema(one.name);
  const explained = (value: Json): Fault[] => {
    const { source } = parseSource('mutant.json', JSON.stringify(value));
    return explain(schema, schema.properties?.document ?? true, Node.root(source));
  };
  const [spec = '', line] = one.name.split('-');
  const asVersion = (value: Json): Json =>
    typeof value === 'object' && value !== null ? { ...value, [spec]: `${line}.0` } : value;

  const host = asVersion(parseSource(one.host, readFileSync(new URL(one.host, hosts), 'utf8')).source.value);
  expect(validator({ document: host })).toBe(true);
  const disagreements: Json[] = [];
  for (const value of [...mutations(host, { seed: 7, count: 500 })].map(asVersion)) {
    const valid = validator({ document: value });
    const faults = explained(value);
    const agrees = valid === original(value) || isRepair(faults);
    if (!agrees || valid !== (faults.length === 0)) disagreements.push(value);
  }
  expect(disagreements).toEqual([]);
});

/** Names of components are checked here and not by AsyncAPI's published schemas. */
function isRepair(faults: readonly Fault[]): boolean {
  return (
    faults.length > 0 && faults.every(({ kind, node }) => kind === 'key' && /^\/components\/\w+$/.test(node.pointer))
  );
}

function compileOriginal(schema: Record<string, unknown>): (value: unknown) => boolean {
  const Ajv = String(schema.$schema).includes('2020-12') ? Ajv2020.default : AjvDraft07.default;
  const validate = new Ajv({ strict: false, validateSchema: false, formats: { ...formats } }).compile(schema);
  return (value) => validate(value) === true;
}
