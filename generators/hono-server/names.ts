import { NameScope, typeName } from '../typescript/names.ts';
import type { PlannedOperation } from './plan.ts';

/** Names that the generated modules use for things of their own. */
const ownNames = [
  ...['Answer', 'BinaryBody', 'Context', 'Deps', 'File', 'Handlers', 'Hono', 'Principal', 'RoutesOptions'],
  ...[
    'ClientErrorStatus',
    'FailureStatus',
    'RedirectStatus',
    'SecurityHandlers',
    'ServerErrorStatus',
    'StatusCode',
    'SuccessStatus',
  ],
];

export function serverScope(): NameScope {
  return new NameScope(ownNames);
}

export interface OperationTypeNames {
  readonly input: string;
  readonly output: string;
}

/** The names of an operation's input and output, taken after those of the schemas. */
export function operationTypeNames({ name }: PlannedOperation, scope: NameScope): OperationTypeNames {
  return { input: scope.unique(`${typeName(name)}Input`), output: scope.unique(`${typeName(name)}Output`) };
}
