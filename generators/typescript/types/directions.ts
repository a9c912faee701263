import type { Contract, HttpOperation, MediaType } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Direction } from './context.ts';
import { hasFlag } from './property.ts';
import { subSchemas } from './sub-schemas.ts';

/** How a named schema is declared: once for both directions, once for one of them, or as a pair. */
export type Shape = 'same' | Direction | 'pair';

/**
 * A schema needs two types only when it, or something in it, is read-only or write-only, and when it travels both ways.
 */
export function shapesOf(contract: Contract): ReadonlyMap<SchemaName, Shape> {
  const { schemas } = contract;
  const differing = differingSchemas(schemas);
  const { input, output } = rootsOf(contract);
  const sent = reachable(input, schemas);
  const received = reachable(output, schemas);
  return new Map(
    [...schemas.keys()].map((name) => {
      if (!differing.has(name)) return [name, 'same'];
      if (!sent.has(name)) return [name, 'output'];
      return [name, received.has(name) ? 'pair' : 'input'];
    }),
  );
}

function differingSchemas(schemas: Contract['schemas']): ReadonlySet<SchemaName> {
  const differing = new Set<SchemaName>();
  const users = new Map<SchemaName, Set<SchemaName>>();
  const mark = (name: SchemaName): void => {
    if (differing.has(name)) return;
    differing.add(name);
    for (const user of users.get(name) ?? []) mark(user);
  };
  const flagged: SchemaName[] = [];
  for (const [name, schema] of schemas) {
    visit([schema], (at) => {
      if (at.ref !== undefined) users.set(at.ref, (users.get(at.ref) ?? new Set()).add(name));
      for (const property of at.properties?.values() ?? []) {
        if (hasFlag(property, 'readOnly', schemas) || hasFlag(property, 'writeOnly', schemas)) flagged.push(name);
      }
    });
  }
  for (const name of flagged) mark(name);
  return differing;
}

function reachable(roots: readonly Schema[], schemas: Contract['schemas']): ReadonlySet<SchemaName> {
  const reached = new Set<SchemaName>();
  const pending = [...roots];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    visit([root], ({ ref }) => {
      if (ref === undefined || reached.has(ref)) return;
      reached.add(ref);
      const target = schemas.get(ref);
      if (target !== undefined) pending.push(target);
    });
  }
  return reached;
}

function visit(schemas: readonly Schema[], see: (schema: Schema) => void): void {
  for (const schema of schemas) {
    see(schema);
    visit(subSchemas(schema), see);
  }
}

/** The schemas that operations mention, by the way their values travel. Messages have no requests: all are output. */
export function rootsOf(contract: Contract): { readonly input: readonly Schema[]; readonly output: readonly Schema[] } {
  if (contract.kind === 'event') {
    const messages = contract.channels.flatMap((channel) => channel.messages);
    return { input: [], output: messages.flatMap(({ headers, payload }) => present([headers, payload])) };
  }
  const exchanges = [...contract.operations.flatMap(receivedExchanges), ...contract.webhooks.flatMap(sentExchanges)];
  return {
    input: exchanges.flatMap(({ operation, isSent }) => (isSent ? answers(operation) : questions(operation))),
    output: exchanges.flatMap(({ operation, isSent }) => (isSent ? questions(operation) : answers(operation))),
  };
}

interface Exchange {
  readonly operation: HttpOperation;
  /** A callback or a webhook: the service asks, and what it asks with comes from it as its answers do elsewhere. */
  readonly isSent: boolean;
}

function receivedExchanges(operation: HttpOperation): Exchange[] {
  return [{ operation, isSent: false }, ...callbackOperations(operation).flatMap(sentExchanges)];
}

function sentExchanges(operation: HttpOperation): Exchange[] {
  return [{ operation, isSent: true }, ...callbackOperations(operation).flatMap(receivedExchanges)];
}

function callbackOperations({ callbacks }: HttpOperation): HttpOperation[] {
  return callbacks.flatMap(({ operations }) => operations);
}

function questions({ parameters, requestBody }: HttpOperation): Schema[] {
  return [
    ...parameters.flatMap(({ schema, content }) => [...present([schema]), ...ofContent(content ? [content] : [])]),
    ...ofContent(requestBody?.content ?? []),
  ];
}

function answers({ responses }: HttpOperation): Schema[] {
  return responses.flatMap(({ content, headers }) => [
    ...ofContent(content),
    ...headers.flatMap(({ schema, content: document }) => [
      ...present([schema]),
      ...ofContent(document ? [document] : []),
    ]),
  ]);
}

function ofContent(content: readonly MediaType[]): Schema[] {
  return content.flatMap(({ schema, itemSchema }) => present([schema, itemSchema]));
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
