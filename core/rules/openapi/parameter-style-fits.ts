import type { HttpContract, ParameterStyle } from '../../contract/model.ts';
import type { Schema, TypeName } from '../../contract/schema.ts';
import { everyRequest } from '../../contract/walk.ts';
import { placeInside } from '../place-inside.ts';
import { httpRule } from './http-rule.ts';
import { placeOnce } from './place-once.ts';

/** The styles that the specification defines for some types only. */
const shapes: ReadonlyMap<ParameterStyle, readonly TypeName[]> = new Map([
  ['deepObject', ['object']],
  ['spaceDelimited', ['array', 'object']],
  ['pipeDelimited', ['array', 'object']],
]);

export const parameterStyleFits = httpRule({
  id: 'parameter-style-fits',
  severity: 'warning',
  summary: 'The style of a parameter is defined for the type of its schema.',
  why: 'How "deepObject" writes a number nobody has said: each client sends something else, and no server expects it.',
  fix: 'Leave the style out for a single value, or give the schema the type that the style is for.',
  reference: 'OpenAPI 3.1.1, 4.8.12.3 Style Values',
  check(contract, report) {
    if (contract.dialect.line === '2.0') return;
    const once = placeOnce(report);
    for (const { operation } of everyRequest(contract)) {
      for (const { style, schema, location } of operation.parameters) {
        const types = schema === undefined ? undefined : typesOf(schema, contract);
        const fitting = shapes.get(style);
        if (types === undefined || fitting === undefined || types.some((type) => fitting.includes(type))) continue;
        const message = `The style "${style}" is for the type ${fitting.join(' or ')}, but the schema says ${types.join(' or ')}. Leave the style out.`;
        once({ location: placeInside(location, '/style'), message });
      }
    }
  },
});

/** Undefined where the schema says nothing by itself. */
function typesOf(schema: Schema, contract: HttpContract): readonly TypeName[] | undefined {
  const target = schema.ref === undefined ? undefined : contract.schemas.get(schema.ref);
  return schema.types ?? target?.types;
}
