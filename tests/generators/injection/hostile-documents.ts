import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isObject, type Json, type JsonObject } from '../../../core/source/json.ts';
import { payloads } from './payloads.ts';
import { type Position, positionsOf, withText } from './positions.ts';

export interface Hostile {
  readonly position: Position;
  readonly text: string;
  readonly document: Json;
}

export function harmlessDocument(name: 'openapi' | 'asyncapi'): JsonObject {
  const document = load(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8')) as Json; // YAML of our own.
  if (!isObject(document)) throw new Error(`${name}.yaml is no object`);
  return document;
}

/** Every position of a document with a text, in turn; and every text in the positions that generators print most. */
export function hostileDocuments(name: 'openapi' | 'asyncapi', base: JsonObject = harmlessDocument(name)): Hostile[] {
  const positions = positionsOf(base);
  const printed = positions.filter((position) => mostPrinted.has(`${position.kind} ${position.path.join(' ')}`));
  const pairs = [
    ...positions.map((position, i) => ({ position, text: payloads[i % payloads.length] ?? '' })),
    ...printed.flatMap((position) => payloads.map((text) => ({ position, text }))),
  ];
  return pairs.map(({ position, text }) => ({ position, text, document: withText(base, position, text) }));
}

/** Where and what, for the report of a failure. */
export function nameOf({ position, text }: Hostile): { position: string; kind: string; text: string } {
  return { position: position.path.join('/'), kind: position.kind, text };
}

const mostPrinted = new Set([
  'value info title',
  'value paths /pets/{petId} post operationId',
  'value paths /pets/{petId} post description',
  'name paths /pets/{petId}',
  'name paths /pets/{petId} post responses 200',
  'name paths /pets/{petId} post requestBody content image/*',
  'name components schemas Cat',
  'name components schemas Cat properties name',
  'value components schemas Cat properties name default',
  'value components schemas Cat properties kind const',
  'name components securitySchemes key',
  'value channels orders address',
  'name components messages placed',
  'value components messages placed name',
]);
