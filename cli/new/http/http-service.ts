import type { HttpContract, HttpOperation } from '../../../core/contract/model.ts';
import type { JsonObject } from '../../../core/source/json.ts';
import type { PlannedOperation } from '../../../generators/hono-server/plan.ts';
import { printData } from '../../../generators/hono-server/print-data.ts';
import { renderTemplate, type View } from '../../../generators/render.ts';
import type { GeneratedFile } from '../../../generators/target.ts';
import { comment } from '../../../generators/typescript/comment.ts';
import { brackets } from '../../../generators/typescript/layout.ts';
import { literal, stringLiteral } from '../../../generators/typescript/literal.ts';
import { propertyKey } from '../../../generators/typescript/names.ts';
import { packageFiles } from '../package-files.ts';
import type { NewService } from '../service.ts';
import { titleLine } from '../title.ts';
import { type Answer, Answers } from './answer.ts';
import { type Credential, credentialsOf, queryHeader, unreachable } from './credentials.ts';
import { printExample } from './examples.ts';
import { groupHandlers, type HandlerGroup } from './groups.ts';
import { healthPath } from './health.ts';
import { declaredRefusals, type Refusals } from './refusals.ts';

/** Everything of a service that people own: it starts, and answers what the contract gives as examples. */
export function httpServiceFiles(contract: HttpContract, service: NewService): readonly GeneratedFile[] {
  const groups = groupHandlers(contract);
  const answers = new Answers(contract);
  const credentials = credentialsOf(contract);
  const planned = groups.flatMap(({ operations }) => operations);
  const answered = planned.map(({ name, operation }) => ({ name, operation, answer: answers.of(operation) }));
  const refusals = declaredRefusals(planned, answers);
  const view = {
    name: service.name,
    refuses: refusals !== undefined,
    port: String(service.port),
    title: titleLine(contract),
    secured: credentials.length > 0,
    imports: groups.toSorted((a, b) => (a.file < b.file ? -1 : 1)).map(({ name, file }) => ({ name, file })),
    groups: groups.map((group) => groupView(group, new Set(answered.flatMap((one) => (one.answer ? one.name : []))))),
    security: credentials.map(securityView),
    examples: answered.flatMap(({ name, answer }) => (answer === undefined ? [] : [printExample(name, answer)])),
    ...testView(contract, credentials, answered),
    ...healthView(contract),
  };
  const render = (path: string, template: string, more: View = {}): GeneratedFile => ({
    path,
    text: renderTemplate('new-service', template, { ...view, ...more }),
  });
  return [
    ...packageFiles(service, { http: true, nats: false }),
    render('src/app.ts', 'app'),
    render('src/deps.ts', 'deps'),
    render('src/main.ts', 'main'),
    ...(view.secured ? [render('src/security.ts', 'security')] : []),
    ...(view.examples.length > 0 ? [render('src/examples.ts', 'examples')] : []),
    ...(refusals === undefined ? [] : [render('src/refusals.ts', 'refusals', refusalsView(refusals))]),
    render('src/handlers/index.ts', 'handlers'),
    ...view.groups.map((group) => render(`src/handlers/${group.file}.ts`, 'handler-group', { group })),
    render('test/contract.test.ts', 'contract-test'),
    render('test/main.test.ts', 'main-test'),
  ];
}

function groupView({ file, name, title, operations }: HandlerGroup, answered: ReadonlySet<string>) {
  const handlers = operations.map((planned) => ({
    name: planned.name,
    doc: comment(summaryOf(planned.operation), { indent: 2, deprecated: planned.operation.deprecated }),
    answered: answered.has(planned.name),
  }));
  return {
    ...{ file, name, handlers },
    doc: comment(title),
    anyAnswered: handlers.some((handler) => handler.answered),
    anyUnanswered: handlers.some((handler) => !handler.answered),
  };
}

function summaryOf({ method, path, summary }: HttpContract['operations'][number]): string {
  return [`\`${method.toUpperCase()} ${path}\``, summary].filter(Boolean).join(': ');
}

function refusalsView({ common, exceptions }: Refusals): View {
  const constant = (name: string, type: string, value: JsonObject) => {
    const before = `const ${name}: ${type} = `;
    return `${before}${printData(value, 119 - before.length)};`;
  };
  return {
    common: constant('common', 'Refusals', common),
    exceptions: constant('exceptions', 'Readonly<Record<string, Refusals>>', exceptions),
  };
}

function securityView({ scheme, parameter, secret }: Credential) {
  return { member: propertyKey(scheme), parameter, secret, byRequest: parameter === '_' };
}

/** How the contract tests ask, and which operations they leave out. */
function testView(contract: HttpContract, credentials: readonly Credential[], answered: readonly Answered[]) {
  const closed = new Set(unreachable(contract.operations, credentials));
  const skipped = answered.flatMap(({ name, operation, answer }) =>
    closed.has(operation) || answer === undefined || isOutOfReach(operation) ? [name] : [],
  );
  const sendable = credentials.flatMap(({ scheme, headers }) =>
    headers === undefined ? [] : [{ member: propertyKey(scheme), headers: literal(headers(testToken)) }],
  );
  const [only] = sendable;
  return {
    oneCredential: sendable.length === 1 && credentials.length === 1,
    credential: only?.headers ?? '',
    credentials: sendable,
    anyQuery: credentials.some(({ headers }) => headers !== undefined && queryHeader in headers('')),
    anySkipped: skipped.length > 0,
    skipped: brackets(
      skipped.map((name) => stringLiteral(name)),
      110,
    ).replaceAll('\n', '\n  '),
  };
}

interface Answered extends PlannedOperation {
  readonly answer: Answer | undefined;
}

/** It succeeds by becoming something else than HTTP, which tests over HTTP cannot follow; nor does fetch send a TRACE. */
function isOutOfReach({ method, responses }: HttpOperation): boolean {
  const statuses = responses.map(({ status }) => status);
  const switches =
    statuses.some((status) => status.startsWith('1')) && !statuses.some((status) => /^[23]/.test(status));
  return switches || method === 'trace';
}

/** Known to the tests of the scaffold alone. */
const testToken = 'token-of-the-tests';

function healthView(contract: HttpContract) {
  const path = healthPath(contract);
  return { hasHealth: path !== undefined, health: path ?? '/' };
}
