import type { HttpContract } from '../../contract/model.ts';
import type { Node } from '../../source/node.ts';
import { objectsOf } from './objects-of.ts';

/** One scheme that a requirement names; `node` is its list of scopes or roles. */
export interface NamedScheme {
  readonly name: string;
  readonly node: Node;
}

/** The schemes named by the document's requirements and by those of its operations, as written. */
export function securityRequirements(contract: HttpContract): NamedScheme[] {
  const holders = [contract.root, ...objectsOf(contract, 'operation')];
  const requirements = holders.flatMap((node) => node.get('security')?.items() ?? []);
  return requirements.flatMap((item) => item.entries().map(([name, node]) => ({ name, node })));
}
