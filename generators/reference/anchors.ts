import type { Contract, HttpOperation } from '../../core/contract/model.ts';
import type { Location } from '../../core/diagnostics/location.ts';
import { messagesOf } from './messages.ts';

/** The ids of everything that a page links to: readable, made of safe characters, each once. */
export class Anchors {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(contract: Contract) {
    if (contract.kind === 'http') {
      for (const operation of [...contract.operations, ...contract.webhooks]) this.#addOperation(operation);
    } else {
      for (const channel of contract.channels) this.#add(channel, 'channel', channel.name);
      for (const operation of contract.operations) this.#add(operation, 'operation', operation.name);
      for (const message of messagesOf(contract)) this.#add(message, 'message', message.name);
    }
    for (const [name, scheme] of contract.securitySchemes) this.#add(scheme, 'security', name);
    for (const [name, schema] of contract.schemas) this.#add(schema, 'schema', name);
  }

  /** Of an operation, channel, message, schema or security scheme of the contract. */
  of(thing: Placed): string {
    return this.#ids.get(keyOf(thing)) ?? 'top';
  }

  /** Of a heading that stands for no such thing; `place` tells it from others with the same text. */
  heading(kind: string, text: string, place = text): string {
    const key = `${kind} ${place}`;
    return this.#ids.get(key) ?? this.#add(key, kind, text);
  }

  #addOperation(operation: HttpOperation): void {
    this.#add(operation, 'operation', operation.operationId ?? `${operation.method} ${operation.path}`);
    for (const { operations } of operation.callbacks) operations.forEach((inner) => void this.#addOperation(inner));
  }

  #add(thing: Placed | string, kind: string, text: string): string {
    const slug = `${kind}-${text}`
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9_.-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80);
    let id = slug;
    for (let count = 2; this.#taken.has(id.toLowerCase()); count += 1) id = `${slug}-${count}`;
    this.#taken.add(id.toLowerCase());
    this.#ids.set(typeof thing === 'string' ? thing : keyOf(thing), id);
    return id;
  }
}

/** What stands somewhere; the same thing may be several values, one for each use. */
export interface Placed {
  readonly location: Location;
}

function keyOf({ location }: Placed): string {
  return `${location.source.path}#${location.pointer}`;
}
