import * as fc from 'fast-check';
import { writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractFrom } from './tests/generators/support/contract.ts';
import { typeCheck } from './tests/generators/support/type-check.ts';
import { typescriptClient } from './generators/typescript-client/target.ts';
const names = ['A','B','C','D','E','F','G','H'];
const ref = fc.constantFrom(...names).map((n) => ({ $ref: '#/components/schemas/' + n }));
const prop = fc.constantFrom('a', 'b', 'c', 'type', 'constructor', '__proto__', 'x-y');
const schema = fc.letrec((tie) => ({
  s: fc.oneof({ maxDepth: 4, depthSize: 'medium' },
    ref, fc.boolean(),
    fc.record({ type: fc.constantFrom('string','integer','number','boolean','null', ['string','null'], ['object','array'], ['integer','object']) }),
    fc.record({ enum: fc.array(fc.constantFrom('x','y',1,null,true,'') , { minLength: 1 }) }),
    fc.record({ type: fc.constantFrom('object', ['object','null']), properties: fc.dictionary(prop, tie('s') as any, { maxKeys: 4 }), required: fc.uniqueArray(prop, { maxLength: 3 }), additionalProperties: tie('s') as any, patternProperties: fc.dictionary(fc.constant('^x'), tie('s') as any), unevaluatedProperties: tie('s') as any }, { requiredKeys: ['type'] }),
    fc.record({ properties: fc.dictionary(prop, (tie('s') as any).chain((s: any) => typeof s === 'object' && !s.$ref ? fc.record({ readOnly: fc.boolean(), writeOnly: fc.boolean() }).map((f) => ({ ...s, ...f })) : fc.constant(s)), { maxKeys: 3 }) }),
    fc.record({ type: fc.constant('array'), items: tie('s') as any, prefixItems: fc.array(tie('s') as any, { minLength: 1, maxLength: 3 }), minItems: fc.nat(3) }, { requiredKeys: ['type'] }),
    fc.record({ allOf: fc.array(tie('s') as any, { minLength: 1, maxLength: 3 }), oneOf: fc.array(tie('s') as any, { minLength: 1, maxLength: 3 }), anyOf: fc.array(tie('s') as any, { minLength: 1, maxLength: 3 }), properties: fc.dictionary(prop, tie('s') as any, { maxKeys: 2 }), required: fc.uniqueArray(prop, { maxLength: 2 }), $ref: fc.constantFrom(...names).map((n) => '#/components/schemas/' + n) , discriminator: fc.record({ propertyName: fc.constant('type') }) }, { requiredKeys: [] }),
  ),
})).s;
const samples = fc.sample(fc.tuple(...names.map(() => schema)), { numRuns: 150, seed: Number(process.argv[2] ?? 1) });
const files: { path: string; text: string }[] = [];
samples.forEach((schemas, i) => {
  const content = (n: string) => ({ 'application/json': { schema: { $ref: '#/components/schemas/' + n } } });
  const text = JSON.stringify({ openapi: '3.1.1', info: { title: 't', version: '1' }, paths: { '/a': { post: { operationId: 'op', requestBody: { content: content('A') }, responses: { 200: { description: 'x', content: content('A') } } } } }, components: { schemas: Object.fromEntries(names.map((n, j) => [n, schemas[j]])) } });
  try {
    for (const f of typescriptClient.generate(contractFrom(text), { importExtension: '.js' }).files) files.push({ path: `c${i}/${f.path}`, text: f.text });
  } catch (e) { console.log('THROWN', text, e); process.exit(1); }
});
const errors = typeCheck(files, 'nodenext');
console.log(errors.split('\n').length - 1, errors.slice(0, 1500));
const bad = new Set([...errors.matchAll(/^c(\d+)\//gm)].map((m) => m[1]));
for (const b of [...bad].slice(0, 3)) console.log(files.find((f) => f.path === `c${b}/types.ts`)!.text);
