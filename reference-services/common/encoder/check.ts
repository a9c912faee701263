import type { Check } from '../health.ts';
import type { Encoder } from './encoder.ts';

/** Whether texts can be encoded, under a name that says by which model and on what. */
export function encoderCheck(encoder: Encoder): Check {
  const { name, provider } = encoder;
  const on = provider === undefined ? '' : ` on ${provider}`;
  return { name: `encoder ${name}${on}`.slice(0, 64), probe: () => encoder.encode(['a']) };
}
