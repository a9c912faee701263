import { comment } from '../typescript/comment.ts';
import { indentRest } from '../typescript/layout.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { propertyKey } from '../typescript/names.ts';
import { type ContractTypes, printType } from '../typescript/types/index.ts';
import type { PlannedParameter } from './parameters.ts';

/** Declares the values in the address of a channel. */
export function declareParameters(
  name: string,
  about: string,
  parameters: readonly PlannedParameter[],
  { types, uses }: { readonly types: ContractTypes; readonly uses: Set<string> },
): string {
  const members = parameters.map((parameter) => {
    const { schema } = parameter;
    const type = schema === undefined ? 'string' : printType(schema, types.context('output', uses));
    const described = comment(parameter.description, { indent: 2 });
    return `${described}  readonly ${propertyKey(parameter.name)}: ${indentRest(type, 2)};\n`;
  });
  return `${comment(about)}export interface ${name} {\n${members.join('')}}\n`;
}

/** The member by which a sender gives them: what has a default may be left out. */
export function givenParameters(name: string, parameters: readonly PlannedParameter[]): string {
  const preset = parameters.filter((parameter) => parameter.default !== undefined);
  if (preset.length === 0) return `readonly parameters: ${name}`;
  if (preset.length === parameters.length) return `readonly parameters?: Partial<${name}>`;
  const keys = preset.map((parameter) => stringLiteral(parameter.name)).join(' | ');
  return `readonly parameters: Omit<${name}, ${keys}> & Partial<Pick<${name}, ${keys}>>`;
}
