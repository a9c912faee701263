import type { HttpContract, HttpOperation, Parameter } from '../../../core/contract/model.ts';
import { functionName, NameScope, typeName } from '../../typescript/names.ts';

/** A request that the service sends by itself: a callback of one of its operations, or a webhook. */
export interface PlannedMessage {
  /** Without the headers that the runtime writes. */
  readonly operation: HttpOperation;
  /** Its method among the senders. */
  readonly name: string;
  /** Of its data. */
  readonly constant: string;
  readonly input: string;
  readonly result: string;
  /** The operations that it is a callback of; none for a webhook. */
  readonly askedBy: readonly HttpOperation[];
  /** Which headers of Standard Webhooks the contract asks for. */
  readonly webhook: 'signed' | 'numbered' | undefined;
}

interface Found {
  readonly operation: HttpOperation;
  readonly name: string;
  readonly askedBy: HttpOperation[];
}

/** Every callback and webhook once, also where several operations refer to one callback, with the names it goes by. */
export function planMessages(contract: HttpContract, scope: NameScope): readonly PlannedMessage[] {
  const found = [...callbacksOf(contract), ...contract.webhooks.map(asWebhook)];
  const names = new NameScope();
  const constants = new NameScope(['schemas', 'sender', 'credentials', 'options']);
  return found.map(({ operation, name, askedBy }) => {
    const several = found.filter((other) => other.name === name).length > 1;
    const spoken = operation.operationId ?? (several ? `${operation.method} ${name}` : name);
    const call = names.unique(functionName(spoken));
    return {
      operation: ownOperation(contract, operation),
      name: call,
      constant: constants.unique(`${call.replace(/_$/, '')}Message`),
      input: scope.unique(`${typeName(call)}Message`),
      result: scope.unique(`${typeName(call)}Result`),
      askedBy,
      webhook: webhookHeadersOf(operation),
    };
  });
}

function callbacksOf({ operations }: HttpContract): Found[] {
  const found = new Map<string, Found>();
  for (const asked of operations) {
    for (const { name, operations: messages } of asked.callbacks) {
      for (const operation of messages) {
        const { source, pointer } = operation.location;
        const key = `${source.path}#${pointer}`;
        const known = found.get(key);
        if (known === undefined) found.set(key, { operation, name, askedBy: [asked] });
        else known.askedBy.push(asked);
      }
    }
  }
  return [...found.values()];
}

function asWebhook(operation: HttpOperation): Found {
  return { operation, name: operation.path, askedBy: [] };
}

/**
 * The operation as it is sent. The security of the whole contract says how others prove themselves to the service: its
 * messages go without, unless they say otherwise.
 */
function ownOperation({ servers }: HttpContract, operation: HttpOperation): HttpOperation {
  return {
    ...operation,
    servers,
    security: operation.declaresSecurity ? operation.security : [],
    parameters: operation.parameters.filter((parameter) => !isWebhookHeader(parameter)),
  };
}

function isWebhookHeader({ in: place, name }: Parameter): boolean {
  return place === 'header' && /^webhook-(id|timestamp|signature)$/i.test(name);
}

function webhookHeadersOf({ parameters }: HttpOperation): PlannedMessage['webhook'] {
  const declared = parameters.filter(isWebhookHeader);
  if (declared.length === 0) return undefined;
  const isSigned = declared.some(({ name, required }) => required && name.toLowerCase() === 'webhook-signature');
  return isSigned ? 'signed' : 'numbered';
}
