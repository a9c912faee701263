import type { HttpContract } from '../../../core/contract/model.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { View } from '../../render.ts';
import type { ImportExtension } from '../../target.ts';
import { comment } from '../../typescript/comment.ts';
import { printEntry } from '../../typescript/entry.ts';
import { printImports } from '../../typescript/imports.ts';
import { braces, indentRest } from '../../typescript/layout.ts';
import { literal } from '../../typescript/literal.ts';
import type { NameScope } from '../../typescript/names.ts';
import { propertyKey } from '../../typescript/names.ts';
import { type ContractTypes, collectNames } from '../../typescript/types/index.ts';
import { inputType, isInputOptional } from '../../typescript-client/input-type.ts';
import { declaration, ItemTypes } from '../../typescript-client/item-types.ts';
import { printOperationData } from '../../typescript-client/operation-data.ts';
import { resultType } from '../../typescript-client/result-type.ts';
import { schemeOf, transportSchemes } from '../../typescript-client/security.ts';
import { SharedBodies } from '../../typescript-client/shared-bodies.ts';
import { printData } from '../print-data.ts';
import type { SchemaData } from '../schema-data.ts';
import { clientModuleOf, senderFolder } from './files.ts';
import { messageData } from './message-data.ts';
import type { PlannedMessage } from './plan.ts';

export interface SendersSource {
  readonly contract: HttpContract;
  readonly types: ContractTypes;
  readonly scope: NameScope;
  readonly data: SchemaData;
  readonly importExtension: ImportExtension;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** For `senders.hbs`: a typed function for each callback and each webhook. */
export function viewSenders(planned: readonly PlannedMessage[], source: SendersSource): View {
  const uses = new Set<string>();
  const values = new Set<string>();
  const bodies = new SharedBodies(
    planned.map(({ operation }) => operation),
    source.scope,
  );
  const messages = planned.map((message) => viewMessage(message, source, { uses, values, bodies }));
  for (const type of bodies.types) collectNames(type, uses);
  const credentials = viewCredentials(planned, source.contract);
  if (credentials.types.length > 0) for (const type of [...credentials.types, 'SecuritySchemes']) uses.add(type);
  const { names } = source.types;
  const declared = new Set(
    [...source.contract.schemas.keys()].flatMap((name) => [names.of(name, 'input'), names.of(name, 'output')]),
  );
  const own = (module: string) => `./${senderFolder}/${module}${source.importExtension}`;
  const byModule = (wanted: Iterable<string>) =>
    [...Map.groupBy(wanted, (name) => own(clientModuleOf(name) ?? ''))].sort(([a], [b]) => (a < b ? -1 : 1));
  const binary = [...uses].filter((name) => name === names.binary);
  const fromClient = [...uses].filter((name) => name !== names.binary && !declared.has(name));
  return {
    bodies: bodies.declarations,
    messages,
    credentials: credentials.text,
    securitySchemes: credentials.schemes,
    hasCredentials: credentials.types.length > 0,
    modules: Object.fromEntries(
      ['address', 'message', 'public-address', 'sender'].map((module) => [module.replace('-', '_'), own(module)]),
    ),
    imports: printImports([
      { names: binary, from: `./runtime/index${source.importExtension}`, typeOnly: true },
      ...byModule(fromClient).map(([from, taken]) => ({ names: taken, from, typeOnly: true })),
      ...byModule(values).map(([from, taken]) => ({ names: taken, from, typeOnly: false })),
    ]),
    typeImports: printImports([
      {
        names: [...uses].filter((name) => declared.has(name)),
        from: `./types${source.importExtension}`,
        typeOnly: true,
      },
    ]),
    hasCallbacks: planned.some(({ askedBy }) => askedBy.length > 0),
  };
}

/** What all messages add to. */
interface Shared {
  readonly uses: Set<string>;
  readonly values: Set<string>;
  readonly bodies: SharedBodies;
}

function viewMessage(
  message: PlannedMessage,
  { contract, types, scope, data, report }: SendersSource,
  { uses, values, bodies }: Shared,
): View {
  const { operation, name, constant, askedBy } = message;
  const items = new ItemTypes(name, scope);
  // The service asks here: what it sends is output, and what comes back is input.
  const input = inputType(operation, { ...types.context('output', uses), report }, items);
  const result = resultType(operation, { context: { ...types.context('input', uses), report }, items, bodies });
  for (const type of [input, result]) collectNames(type, uses);
  const id = operation.operationId ?? name;
  const { schemas, servers } = contract;
  const options = { id, schemas, servers, transportOnly: transportSchemes(contract), pages: undefined, uses: values };
  const optional = isInputOptional(operation);
  // A callback's address can be found in the request that asked for it; a webhook's is known to the caller only.
  const to = askedBy.length > 0 ? 'CallbackTarget' : 'string | URL';
  const parameters = [`to: ${to}`, `message${optional ? '?' : ''}: ${message.input}`, 'options?: SendOptions'];
  return {
    name: propertyKey(name),
    constant,
    id: literal(id),
    declarations: items.declarations.map((text) => `${text}\n`).join(''),
    input: `${comment(`What \`${name}\` sends.`)}export ${declaration(message.input, input).replace(/^export /, '')}`,
    result: `${comment(`What \`${name}\` may be answered.`)}export ${declaration(message.result, result).replace(/^export /, '')}`,
    operation: indentRest(printOperationData(operation, options), 2),
    checks: Object.entries(messageData(message, { schemas, data })).map(
      ([key, value]) => `${key}: ${indentRest(printData(value, 119 - key.length - 4, 2), 2)}`,
    ),
    doc: comment(aboutMessage(message), { indent: 2, deprecated: operation.deprecated }),
    signature: signatureOf(name, parameters, message.result),
    binding: bindingOf(name, constant, optional),
  };
}

function aboutMessage({ operation, askedBy }: PlannedMessage): string {
  const { method, path, summary, description } = operation;
  const asking = askedBy.map((asked) => `\`${asked.method.toUpperCase()} ${asked.path}\``);
  const what =
    askedBy.length === 0
      ? `Webhook \`${path}\`, sent with ${method.toUpperCase()}`
      : `Callback of ${asking.join(', ')} to \`${path}\`, sent with ${method.toUpperCase()}`;
  return [what, summary ?? description].filter(Boolean).join(': ');
}

function signatureOf(name: string, parameters: readonly string[], result: string): string {
  const line = `(${parameters.join(', ')}) => Promise<${result}>`;
  if (line.length + propertyKey(name).length <= 120 - 14) return line;
  return `(\n${parameters.map((parameter) => `    ${parameter},\n`).join('')}  ) => Promise<${result}>`;
}

function bindingOf(name: string, constant: string, optional: boolean): string {
  const line = `    ${propertyKey(name)}: (to, message${optional ? ' = {}' : ''}, options) => sender.send(${constant}, to, message, options),`;
  return line.length <= 120 ? line : line.replace('=> sender', '=>\n      sender');
}

interface CredentialsView {
  readonly text: string;
  readonly schemes: string;
  readonly types: readonly string[];
}

/** Of the schemes that messages themselves ask for. */
function viewCredentials(planned: readonly PlannedMessage[], contract: HttpContract): CredentialsView {
  const used = new Set(
    planned.flatMap(({ operation }) => operation.security.flatMap(({ schemes }) => [...schemes.keys()])),
  );
  const sent = [...contract.securitySchemes].flatMap(([name, scheme]) => {
    const found = schemeOf(scheme);
    return used.has(name) && found.kind === 'sent' ? [{ name, scheme, data: found.data }] : [];
  });
  const members = sent.map(({ name, scheme, data }) => {
    const about = comment(scheme.description, { indent: 2, deprecated: scheme.deprecated });
    return `${about}  readonly ${propertyKey(name)}?: ${data.type === 'basic' ? 'Login' : 'Secret'};\n`;
  });
  return {
    text: `{\n${members.join('')}}`,
    schemes: braces(
      sent.map(({ name, data }) => printEntry(name, literal(data))),
      96,
    ),
    types: [...new Set(sent.map(({ data }) => (data.type === 'basic' ? 'Login' : 'Secret')))],
  };
}
