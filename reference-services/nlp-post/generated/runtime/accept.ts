// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { essenceOf, isRange } from './media-type.ts';
import type { OperationSpec } from './operation.ts';
import { Refusal } from './problem.ts';

/**
 * Which of the media types that a handler can answer with its client likes best (RFC 9110, 12.5.1): of equals the first,
 * also where the client does not say what it likes. Undefined when it takes none of them.
 */
export function preferredType<Type extends string>(request: Request, offered: readonly Type[]): Type | undefined {
  const header = request.headers.get('accept');
  if (header === null || header.trim() === '') return offered[0];
  const ranges = header.split(',').flatMap(readRange);
  let best: Type | undefined;
  let most = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality <= most) continue;
    best = type;
    most = quality;
  }
  return best;
}

/** Throws the refusal of a request whose client takes none of the types that a success of the operation can have. */
export function refuseUnacceptable({ responses }: OperationSpec, request: Request): void {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  const described = successes.length > 0 ? successes : responses.filter(({ status }) => /^default$/i.test(status));
  const types = described.flatMap(({ content }) => content.map(({ type }) => type));
  const isOpen = described.some(({ content }) => content.length === 0) || types.some(isRange);
  if (isOpen || types.length === 0 || preferredType(request, types) !== undefined) return;
  throw new Refusal('not-acceptable', 406, `The operation answers with ${[...new Set(types)].join(', ')}.`);
}

interface AcceptRange {
  readonly essence: string;
  readonly parameters: readonly string[];
  readonly quality: number;
}

function readRange(text: string): AcceptRange[] {
  const parameters = parametersOf(text);
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  // A weight that is no number between 0 and 1 counts as none.
  const isLegal = quality >= 0 && quality <= 1;
  const essence = essenceOf(text);
  if (essence === '') return [];
  return [{ essence, parameters: parameters.filter((one) => one !== weight), quality: isLegal ? quality : 1 }];
}

/** The weight of the most specific range that a type falls under; 0 where there is none. */
function qualityOf(type: string, ranges: readonly AcceptRange[]): number {
  const essence = essenceOf(type);
  const parameters = parametersOf(type);
  const precision = (range: AcceptRange): number => {
    if (!range.parameters.every((parameter) => parameters.includes(parameter))) return 0;
    if (range.essence === essence) return 3 + range.parameters.length;
    if (range.essence === `${essence.split('/', 1)[0]}/*`) return 2;
    return range.essence === '*/*' ? 1 : 0;
  };
  const best = ranges.filter((range) => precision(range) > 0).sort((a, b) => precision(b) - precision(a))[0];
  return best?.quality ?? 0;
}

function parametersOf(text: string): string[] {
  return text
    .split(';')
    .slice(1)
    .map((parameter) => parameter.replaceAll(/[\s"]/g, '').toLowerCase());
}
