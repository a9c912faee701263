import type { HttpContract } from '../../core/contract/model.ts';
import { NameScope, typeName } from '../typescript/names.ts';
import type { PlannedOperation } from './plan.ts';

/** Names that the generated modules use for things of their own. */
const ownNames = [
  ...[
    'Answer',
    'BinaryBody',
    'Context',
    'Deps',
    'File',
    'Handlers',
    'Hono',
    'Items',
    'Principal',
    'RoutesOptions',
    'ServerSentEvent',
  ],
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

/** What the types of handlers take from the runtime. */
export const runtimeTypes: ReadonlySet<string> = new Set([
  ...['Answer', 'BinaryBody', 'Context', 'Items', 'ServerSentEvent'],
  ...['ClientErrorStatus', 'FailureStatus', 'RedirectStatus', 'ServerErrorStatus', 'StatusCode', 'SuccessStatus'],
]);

/** Those of the module of senders, which only contracts with callbacks or webhooks get. */
const senderNames = [
  ...['AnyStatus', 'CallbackTarget', 'DeclaredHeaders', 'Login', 'MessageSpec', 'OperationData', 'Secret'],
  ...['SecuritySchemes', 'Sender', 'SenderCredentials', 'SenderOptions', 'Senders', 'SendersOptions', 'SendOptions'],
  ...['SequenceBody', 'Status1XX', 'Status2XX', 'Status3XX', 'Status4XX', 'Status5XX', 'StatusOfFailure'],
  ...['AddressError', 'MessageError', 'MessageViolation'],
];

export function serverScope(contract: HttpContract): NameScope {
  return new NameScope(sends(contract) ? [...ownNames, ...senderNames] : ownNames);
}

/** Whether the service sends requests by itself. */
export function sends({ operations, webhooks }: HttpContract): boolean {
  return webhooks.length > 0 || operations.some(({ callbacks }) => callbacks.some((one) => one.operations.length > 0));
}

export interface OperationTypeNames {
  readonly input: string;
  readonly output: string;
}

/** The names of an operation's input and output, taken after those of the schemas. */
export function operationTypeNames({ name }: PlannedOperation, scope: NameScope): OperationTypeNames {
  return { input: scope.unique(`${typeName(name)}Input`), output: scope.unique(`${typeName(name)}Output`) };
}
