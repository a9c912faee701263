import type { Header, HttpContract, HttpOperation, MediaType, Response } from '../../../core/contract/model.ts';
import type { Schema } from '../../../core/contract/schema.ts';
import { isObject, type Json, type JsonObject } from '../../../core/source/json.ts';
import { Judge } from '../../../generators/contract-tests/judge.ts';
import { Sampler } from '../../../generators/contract-tests/sample-value.ts';
import { bodyKindOf, isRange } from '../../../generators/hono-server/runtime/media-type.ts';
import { removeOneWay } from '../../../generators/hono-server/runtime/one-way.ts';
import type { JsonSchema } from '../../../generators/hono-server/runtime/operation.ts';
import { schemaData } from '../../../generators/hono-server/schema-data.ts';
import { sequenceOf } from '../../../generators/hono-server/sequence.ts';
import { fitsHeader } from './header-text.ts';
import { byPreference } from './preferred-response.ts';

/** What a handler returns that nobody has written yet: legal by the contract, and the same for every request. */
export interface Answer {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: Json;
  /** The body is an empty form, which has no JSON. */
  readonly form?: true;
  readonly headers?: JsonObject;
}

/** Finds an answer for each operation: from the contract's examples where they are legal, else made up. */
export class Answers {
  readonly #contract: HttpContract;
  readonly #judge: Judge;
  readonly #sampler: Sampler;
  readonly #print: (schema: Schema) => JsonSchema;

  constructor(contract: HttpContract) {
    this.#contract = contract;
    const data = schemaData(contract, () => undefined);
    this.#judge = new Judge(Object.fromEntries(data.definitions.map(([name, schema]) => [name, asSchema(schema)])));
    const printed = new Map<Schema, JsonSchema>();
    this.#print = (schema) => {
      const known = printed.get(schema) ?? asSchema(data.print(schema, 'output'));
      printed.set(schema, known);
      return known;
    };
    const accepts = (schema: Schema, value: Json) => this.#accepts(schema, value);
    this.#sampler = new Sampler({ schemas: contract.schemas, accepts, direction: 'output' });
  }

  /** Undefined where no legal answer was found. */
  of(operation: HttpOperation): Answer | undefined {
    for (const { response, status } of byPreference(operation)) {
      const headers = this.#headers(response);
      const content = operation.method === 'head' || isBodiless(status) ? [] : response.content;
      const body = content.length === 0 ? {} : this.#body(content);
      if (headers === undefined || body === undefined) continue;
      return { status, ...body, ...(Object.keys(headers).length > 0 && { headers }) };
    }
    return undefined;
  }

  /** The answer of one of the operation's responses, as far as one can be made up. */
  as(response: Response, status: number): Answer | undefined {
    const headers = this.#headers(response);
    const body = response.content.length === 0 ? {} : this.#body(response.content);
    if (headers === undefined || body === undefined) return undefined;
    return { status, ...body, ...(Object.keys(headers).length > 0 && { headers }) };
  }

  #body(content: readonly MediaType[]): Pick<Answer, 'contentType' | 'body' | 'form'> | undefined {
    const json = content.filter(({ name }) => bodyKindOf(name) === 'json');
    for (const media of [...json, ...content.filter((other) => !json.includes(other))]) {
      const named = content.length > 1 || isRange(media.name) ? { contentType: concrete(media.name) } : {};
      if (bodyKindOf(media.name) === 'multipart') return { ...named, form: true };
      const body = this.#value(media);
      if (body !== undefined) return { ...named, body };
    }
    return undefined;
  }

  #value(media: MediaType): Json | undefined {
    const { name, schema, examples } = media;
    if (sequenceOf(media, this.#contract.schemas) !== undefined) return [];
    const kind = bodyKindOf(name);
    const written = examples.flatMap(({ value }) => (value === undefined ? [] : [value]));
    if (kind === 'binary' || schema?.binary) return written.find((value) => typeof value === 'string') ?? 'sample';
    if (schema === undefined) return kind === 'text' ? textIn(written) : (written[0] ?? {});
    for (const value of [...written, this.#sampler.valueFor(schema)]) {
      const legal = value === undefined ? undefined : this.#sendable(schema, value);
      if (legal === undefined || (kind === 'text' && isObject(legal)) || (kind === 'form' && !isObject(legal)))
        continue;
      return legal;
    }
    return undefined;
  }

  /** The value without what only requests may hold; undefined where the rest is illegal. */
  #sendable(schema: Schema, value: Json): Json | undefined {
    const copy = structuredClone(value);
    removeOneWay(this.#judge.set, this.#print(schema), copy, 'writeOnly');
    return this.#accepts(schema, copy) ? copy : undefined;
  }

  /** Those that must be there, the server's own apart; undefined where one of them cannot be made up. */
  #headers({ headers }: Response): JsonObject | undefined {
    const made: Array<[string, Json]> = [];
    for (const header of headers) {
      if (!header.required || ['x-request-id', 'content-type'].includes(header.name.toLowerCase())) continue;
      const value = this.#headerValue(header);
      if (value === undefined) return undefined;
      made.push([header.name, value]);
    }
    return Object.fromEntries(made);
  }

  #headerValue({ schema, content, examples }: Header): Json | undefined {
    const described = schema ?? content?.schema;
    const written = [...examples, ...(content?.examples ?? [])].flatMap(({ value }) =>
      value === undefined ? [] : [value],
    );
    if (described === undefined) return textIn(written);
    const made = this.#sampler.parameterFor(described);
    return [...written, ...(made === undefined ? [] : [made])].find(
      (value) => fitsHeader(value) && this.#accepts(described, value),
    );
  }

  #accepts(schema: Schema, value: Json): boolean {
    return this.#judge.verdict(this.#print(schema), value) === 'accepted';
  }
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** A type that a range takes. */
function concrete(range: string): string {
  const [family = '*'] = range.split('/');
  if (!isRange(range)) return range;
  const subtypes: Readonly<Record<string, string>> = { image: 'png', text: 'plain', audio: 'wav', video: 'mp4' };
  return family === '*' ? 'application/octet-stream' : `${family}/${subtypes[family] ?? 'octet-stream'}`;
}

function textIn(values: readonly Json[]): string {
  return values.find((value) => typeof value === 'string') ?? 'sample';
}

/** `toJsonSchema` gives an object or a boolean. */
function asSchema(printed: Json): JsonSchema {
  return isObject(printed) ? { ...printed } : printed !== false;
}
