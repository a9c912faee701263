/**
 * Judges pairs of JSON Schemas with known answers: `node scripts/conformance-schemas.ts <schemas.jsonl>`. Prints right,
 * wrong and undecided for each suite, then each wrong answer.
 */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { Subsumption } from '../core/compat/subsume/index.ts';
import { References } from '../core/contract/references.ts';
import type { Schema } from '../core/contract/schema.ts';
import { SchemaReader } from '../core/contract/schemas/schema-reader.ts';
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import { isArray, isObject, type Json } from '../core/source/json.ts';
import { Node } from '../core/source/node.ts';
import { Workspace } from '../core/source/workspace.ts';

export interface SchemaSuite {
  total: number;
  right: number;
  wrong: number;
  undecided: number;
  /** Questions whose right answer is no, and how many of them were answered with a checked value. */
  refuted: number;
  witnesses: number;
  /** Milliseconds of the slowest question. */
  slowest: number;
}

export interface WrongAnswer {
  readonly name: string;
  readonly question: string;
  readonly expected: boolean;
  readonly answer: 'contained' | 'witness' | 'undecided';
  readonly detail: string;
}

export interface SchemaJudgement {
  readonly suites: Readonly<Record<string, SchemaSuite>>;
  readonly disagreements: readonly WrongAnswer[];
  /** Values that looked like a witness and were not confirmed. */
  readonly unconfirmed: number;
}

export function judgeSchemas(file: string): SchemaJudgement {
  const suites: Record<string, SchemaSuite> = {};
  const disagreements: WrongAnswer[] = [];
  let unconfirmed = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    // One pair in the format that the cases folder documents.
    const entry = JSON.parse(line) as Pair;
    suites[entry.suite] ??= { total: 0, right: 0, wrong: 0, undecided: 0, refuted: 0, witnesses: 0, slowest: 0 };
    const suite = suites[entry.suite];
    for (const { question, from, to, expected } of questionsOf(entry)) {
      const asked = ask(from, to);
      unconfirmed += asked.unconfirmed;
      if (suite === undefined) continue;
      count(suite, { ...asked, expected });
      const wrong = asked.kind !== (expected ? 'contained' : 'witness');
      if (wrong) disagreements.push({ name: entry.name, question, expected, answer: asked.kind, detail: asked.detail });
    }
  }
  return { suites, disagreements, unconfirmed };
}

type Pair = { readonly name: string; readonly suite: string } & (
  | { readonly question: 'subset'; readonly a: Json; readonly b: Json; readonly expected: boolean }
  | {
      readonly question: 'compatibility';
      readonly before: Json;
      readonly after: Json;
      readonly backward: boolean;
      readonly forward: boolean;
    }
);

interface Question {
  readonly question: string;
  readonly from: Json;
  readonly to: Json;
  readonly expected: boolean;
}

/** Backward compatible: the new one reads what the old one accepts. Forward: the other way round. */
function questionsOf(entry: Pair): readonly Question[] {
  if (entry.question === 'subset')
    return [{ question: 'subset', from: entry.a, to: entry.b, expected: entry.expected }];
  const { before, after, backward, forward } = entry;
  return [
    { question: 'backward', from: before, to: after, expected: backward },
    { question: 'forward', from: after, to: before, expected: forward },
  ];
}

interface Asked {
  readonly kind: 'contained' | 'witness' | 'undecided';
  readonly detail: string;
  readonly milliseconds: number;
  readonly unconfirmed: number;
}

function ask(from: Json, to: Json): Asked {
  const started = performance.now();
  const first = read(from);
  const second = read(to);
  const problem = first.problem ?? second.problem;
  if (problem !== undefined) {
    return { kind: 'undecided', detail: `not read: ${problem}`, milliseconds: 0, unconfirmed: 0 };
  }
  const subsumption = new Subsumption(first.schemas, second.schemas);
  const answer = subsumption.decide(first.schema, second.schema);
  const milliseconds = performance.now() - started;
  const shown = answer.kind === 'witness' ? `${JSON.stringify(answer.value)}: ${answer.reason}` : '';
  const detail = answer.kind === 'undecided' ? answer.reason : shown;
  return { kind: answer.kind, detail, milliseconds, unconfirmed: subsumption.unconfirmed };
}

function count(suite: SchemaSuite, { kind, expected, milliseconds }: Asked & { readonly expected: boolean }): void {
  suite.total++;
  if (kind === 'undecided') suite.undecided++;
  else if ((kind === 'contained') === expected) suite.right++;
  else suite.wrong++;
  if (!expected) suite.refuted++;
  if (!expected && kind === 'witness') suite.witnesses++;
  suite.slowest = Math.max(suite.slowest, Math.round(milliseconds));
}

interface Read {
  readonly schema: Schema;
  readonly schemas: ReadonlyMap<string, Schema>;
  /** The first error, such as a reference that leads nowhere: then the pair is not judged. */
  readonly problem: string | undefined;
}

function read(value: Json): Read {
  const workspace = new Workspace({ files: { read: () => ({ refusal: 'does not exist' }) } });
  const root = workspace.add('schema.json', JSON.stringify(modern(value, assertsFormat(value))));
  if (!(root instanceof Node)) throw new Error(root.refusal);
  let problem: string | undefined;
  const report = ({ severity, message }: Diagnostic) => {
    if (severity === 'error') problem ??= message;
  };
  const references = new References(root, workspace, report);
  const reader = new SchemaReader({ references, dialect: dialectOf(value), report, entry: root });
  const schema = reader.read(root);
  const schemas = reader.finish();
  return { schema, schemas, problem };
}

/** Pairs without a `$schema` are written for whichever draft has their keywords. */
function dialectOf(value: Json): 'json-schema-2020-12' | 'json-schema-draft-07' {
  const text = JSON.stringify(value);
  if (/draft\/20(19-09|20-12)/.test(text)) return 'json-schema-2020-12';
  if (/draft-0\d\/schema/.test(text)) return 'json-schema-draft-07';
  return /"(definitions|additionalItems|dependencies)":|"items":\[/.test(text)
    ? 'json-schema-draft-07'
    : 'json-schema-2020-12';
}

/**
 * Drafts 4 to 7 let validators assert `format`, and those in use do. A schema that names no draft is one of today, whose
 * default is JSON Schema 2020-12, 7.2.1: `format` is an annotation.
 */
function assertsFormat(value: Json): boolean {
  return isObject(value) && typeof value.$schema === 'string' && /draft-0\d\/schema/.test(value.$schema);
}

/** Draft 4 wrote exclusive bounds as a flag; no reader here knows both that and the rest of a later draft. */
function modern(value: Json, format: boolean): Json {
  if (isArray(value)) return value.map((item) => modern(item, format));
  if (!isObject(value)) return value;
  const copy: Record<string, Json> = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === 'enum' || key === 'const' ? member : modern(member, format),
    ]),
  );
  if (!format && typeof copy.format === 'string') delete copy.format;
  useBound(copy, 'minimum', 'exclusiveMinimum');
  useBound(copy, 'maximum', 'exclusiveMaximum');
  return copy;
}

function useBound(schema: Record<string, Json>, bound: string, exclusive: string): void {
  const flag = schema[exclusive];
  const limit = schema[bound];
  if (typeof flag !== 'boolean') return;
  delete schema[exclusive];
  if (!flag || limit === undefined) return;
  delete schema[bound];
  schema[exclusive] = limit;
}

if (import.meta.main) {
  const [, , file] = argv;
  if (file === undefined) throw new Error('Name the file: node scripts/conformance-schemas.ts <schemas.jsonl>');
  const { suites, disagreements, unconfirmed } = judgeSchemas(file);
  console.table(suites);
  console.log(`${unconfirmed} unconfirmed`);
  for (const { name, question, expected, answer, detail } of disagreements) {
    console.log(`${name} (${question}): expected ${expected ? 'contained' : 'a witness'}, got ${answer}. ${detail}`);
  }
}
