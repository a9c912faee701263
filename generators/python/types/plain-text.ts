import { Imports } from '../imports.ts';
import type { Code } from '../layout.ts';
import { printType } from './print-type.ts';
import type { TypeNode } from './type-node.ts';

/** The type as it would be printed without discriminators, to measure it. */
export function plainText(type: TypeNode): Code {
  return printType(type, { imports: new Imports(), prefix: '', discriminate: () => undefined });
}
