import { refuse } from '../../../common/service/answers.ts';
import type { ProcessOptions } from '../../generated/types.ts';
import { patterns } from '../text/pii/patterns.ts';

const known = new Set(patterns.map(({ id }) => id));

/** A pattern that is not there would redact nothing, and nobody would know. */
export function refuseUnknownPatterns({ patternIds = [] }: ProcessOptions) {
  const errors = [...patternIds.entries()]
    .filter(([, id]) => !known.has(id))
    .map(([place]) => ({ pointer: `#/options/patternIds/${place}`, detail: 'is no pattern of GET /v1/patterns' }));
  return errors.length === 0 ? undefined : refuse('unprocessable', 'Some patterns are not known.', errors);
}
