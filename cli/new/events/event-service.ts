import type { EventContract } from '../../../core/contract/model.ts';
import { UsageError } from '../../../core/diagnostics/usage-error.ts';
import { planMessages } from '../../../generators/events/messages.ts';
import { type PlannedOperation, planOperations } from '../../../generators/events/operations.ts';
import { renderTemplate } from '../../../generators/render.ts';
import type { GeneratedFile } from '../../../generators/target.ts';
import { comment } from '../../../generators/typescript/comment.ts';
import { stringLiteral } from '../../../generators/typescript/literal.ts';
import { NameScope } from '../../../generators/typescript/names.ts';
import { packageFiles } from '../package-files.ts';
import type { NewService } from '../service.ts';
import { exampleLetter } from './example-letter.ts';

/** Everything of a consumer that people own: it starts, receives, and says what came. */
export function eventServiceFiles(
  contract: EventContract,
  service: NewService,
  generated: ReadonlySet<string>,
): readonly GeneratedFile[] {
  // The names are those of the events target, which reports what it has to say itself.
  const quiet = { scope: new NameScope(), report: () => undefined };
  const planned = planOperations(contract, { ...quiet, messages: planMessages(contract, quiet.scope) });
  if (planned.length === 0)
    throw new UsageError('The contract has no messages, so there is nothing for a service to receive. Add some to it.');
  const nats = generated.has('runtime/nats.ts');
  const letter = exampleLetter(contract, planned);
  const operations = planned.map((operation) => operationView(operation, service, planned.length > 1));
  const view = {
    ...{ name: service.name, port: String(service.port), nats, operations },
    anyResponds: operations.some(({ responds }) => responds),
    // An address that is nothing but a parameter takes dead letters too, and would make new ones of them for ever.
    takesAll: planned.some(({ channel }) => /^\{[^{}]*\}$/.test(channel.address ?? '')),
    deadLetters: stringLiteral(`DLQ_${service.name.replaceAll('-', '_').toUpperCase()}`),
    hasLetter: letter !== undefined,
    letter: letter ?? {},
  };
  const render = (path: string, template: string): GeneratedFile => ({
    path,
    text: renderTemplate('new-service', template, view),
  });
  return [
    ...packageFiles(service, { http: false, nats }),
    render('src/app.ts', 'event-app'),
    render('src/broker.ts', 'event-broker'),
    render('src/deps.ts', 'event-deps'),
    render('src/handlers.ts', 'event-handlers'),
    render('src/main.ts', 'event-main'),
    ...(generated.has('event-contract-tests.ts') ? [render('test/contract.test.ts', 'event-contract-test')] : []),
    ...(letter === undefined ? [] : [render('test/app.test.ts', 'event-app-test')]),
    {
      path: 'test/main.test.ts',
      text: renderTemplate('new-service', 'main-test', { hasHealth: true, health: '/health' }),
    },
  ];
}

function operationView(
  { receive, operation, channel, reply }: PlannedOperation,
  { name }: NewService,
  several: boolean,
) {
  const words = receive
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const options = [
    // JetStream wants another position for each address in a stream.
    ...(several ? [`durable: ${stringLiteral(`${name}-${words}`)}`] : []),
    ...(channel.address === undefined ? [`address: 'where-it-comes-from'`] : []),
  ];
  return {
    receive,
    doc: comment(operation?.summary ?? channel.title ?? channel.address, { indent: 4 }),
    responds: reply !== undefined,
    options: options.length === 0 ? '' : `, { ${options.join(', ')} }`,
    hasAddress: channel.address !== undefined,
  };
}
