import type { EventContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { printDataMember } from '../hono-server/print-data.ts';
import type { View } from '../render.ts';
import type { ImportExtension } from '../target.ts';
import { printImports } from '../typescript/imports.ts';
import { printHeader } from '../typescript-client/header.ts';
import { viewReceiving } from './consumer-view.ts';
import { viewMessages, viewOperations } from './data-view.ts';
import { methodContext, methodImports } from './method-context.ts';
import { planEvents } from './plan.ts';
import { viewSending } from './publisher-view.ts';
import { viewTypes } from './types-view.ts';

export interface ViewOptions {
  readonly importExtension: ImportExtension;
  readonly report: (diagnostic: Diagnostic) => void;
}

const modules = ['types', 'schemas', 'messages', 'operations', 'validators', 'publisher', 'consumer'];

/** Everything that the templates of this target place. */
export function eventsView(contract: EventContract, { importExtension, report }: ViewOptions): View {
  const from = (module: string): string => `./${module}${importExtension}`;
  const plan = planEvents(contract, report);
  const { messages, operations, data } = plan;
  const [sending, receiving] = [methodContext(plan), methodContext(plan)];
  const sent = operations.map((operation) => viewSending(operation, sending));
  const received = operations.map((operation) => viewReceiving(operation, receiving));
  const messageTypes = messages.map(({ types }) => types.message);
  return {
    header: printHeader(contract),
    runtime: from('runtime/index'),
    modules: Object.fromEntries(modules.map((name) => [name, from(name)])),
    hasMessages: messages.length > 0,
    hasOperations: operations.length > 0,
    hasSchemas: data.definitions.length > 0,
    types: viewTypes(plan, from('runtime/index')),
    schemas: data.definitions.map(([name, schema]) => printDataMember(name, schema, 2)),
    messages: viewMessages(plan),
    validatorImports: printImports([{ names: messageTypes, from: from('types'), typeOnly: true }]),
    operations: viewOperations(plan),
    publisher: {
      imports: methodImports(sending, { always: ['Broker', 'PublisherOptions'], value: 'Sender', from }),
      methods: sent,
    },
    consumer: {
      imports: methodImports(receiving, { always: ['Broker', 'ConsumerOptions'], value: 'Receiver', from }),
      methods: received,
    },
  };
}
