import type { Node } from '../../../source/node.ts';
import type { AsyncApiDocument } from './document.ts';

export interface NamedRequirement {
  readonly name: string;
  /** The list of scopes. */
  readonly scopes: Node;
}

/** The security requirements of 2.x: maps from names of security schemes to scopes. */
export function requirementsOf(document: AsyncApiDocument): NamedRequirement[] {
  const holders = document.objects('server', 'operation', 'operationTrait');
  return holders.flatMap((holder) =>
    (holder.get('security')?.items() ?? []).flatMap((requirement) =>
      requirement.entries().map(([name, scopes]) => ({ name, scopes })),
    ),
  );
}
