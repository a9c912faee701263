import type { EventContract } from '../../../core/contract/model.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { JsonObject } from '../../../core/source/json.ts';
import { planMessages } from '../../events/messages.ts';
import { type PlannedOperation, planOperations } from '../../events/operations.ts';
import { printData } from '../../hono-server/print-data.ts';
import type { View } from '../../render.ts';
import type { ImportExtension } from '../../target.ts';
import { indentRest } from '../../typescript/layout.ts';
import { stringLiteral } from '../../typescript/literal.ts';
import { NameScope } from '../../typescript/names.ts';
import { printHeader } from '../../typescript-client/header.ts';
import { unsupported } from '../../unsupported.ts';
import { caseContext, messageCases, parameterValues } from './message-cases.ts';

export interface EventTestsOptions {
  readonly importExtension: ImportExtension;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Everything that the templates for event contracts place. */
export function eventTestsView(contract: EventContract, { importExtension, report }: EventTestsOptions): View {
  const from = (module: string): string => `./${module}${importExtension}`;
  // The names are those of the events target, which reports what it has to say itself.
  const quiet = { scope: new NameScope(), report: () => undefined };
  const operations = planOperations(contract, { ...quiet, messages: planMessages(contract, quiet.scope) });
  const context = caseContext(contract, report);
  const cases = operations.flatMap((planned) => {
    const { channel, operation, name, send, receive, messages } = planned;
    if (planned.reply !== undefined) {
      const message = `Nothing tests the requests of ${JSON.stringify(name)}; its one-way messages are what is tested.`;
      report(unsupported('request', operation?.location ?? channel.location, message, 'info'));
      return [];
    }
    const parameters = parameterValues(channel, context);
    const tested = messages.map((message) => messageCases(message, besides(planned), context)).filter(hasExamples);
    if (parameters === undefined || tested.length === 0) return [];
    const data: JsonObject = {
      ...{ name, send, receive, parameters },
      ...(channel.address !== undefined && { address: channel.address }),
      messages: tested,
    };
    return [indentRest(printData(data, 115, 4), 4)];
  });
  return {
    header: printHeader(contract),
    title: stringLiteral(contract.info.title),
    version: stringLiteral(contract.info.version),
    operations: cases,
    cases: from('event-cases'),
    runtime: Object.fromEntries(
      ['event-case', 'event-suite', 'events-under-test'].map((name) => [
        name.replaceAll('-', '_'),
        from(`contract-runtime/${name}`),
      ]),
    ),
  };
}

/** Of a payload that only a codec reads, or of which nothing is said, there is nothing to try. */
function hasExamples({ examples }: JsonObject): boolean {
  return Array.isArray(examples) && examples.length > 0;
}

/** Everything that a payload on the channel may also be. */
function besides({ messages, others }: PlannedOperation): PlannedOperation['messages'] {
  return [...messages, ...others];
}
