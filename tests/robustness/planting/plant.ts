import type { Contract } from '../../../core/contract/model.ts';
import type { Location } from '../../../core/diagnostics/location.ts';
import type { Node } from '../../../core/source/node.ts';
import type { Random } from '../random.ts';
import type { Places } from './places.ts';

/** A text with one known fault, and where a finding of which rule has to stand. */
export interface Planted {
  readonly kind: string;
  readonly text: string;
  readonly rule: string;
  readonly line: number;
  readonly column: number;
}

/** Plants one fault of a random kind at a random place; nothing when the document has no place for that kind. */
export function plant(contract: Contract, places: Places, random: Random): Planted | undefined {
  const kind = random.pick(kinds);
  return kind(contract, places, random);
}

type Kind = (contract: Contract, places: Places, random: Random) => Planted | undefined;

const kinds: readonly Kind[] = [
  renameKey,
  numberForText,
  unknownType,
  unknownPlace,
  removeRequired,
  repeatOperationId,
  breakReference,
];

function renameKey(_: Contract, { closed }: Places, random: Random): Planted | undefined {
  const member = pickFrom(
    closed.flatMap((node) => node.entries().map(([, child]) => child)),
    random,
  );
  if (member === undefined || member.key.startsWith('x-')) return undefined;
  const key = member.location('key');
  return planted('rename-key', 'structure-unknown-key', key, replaceEnd(key, 'Zz'));
}

const texts = ['summary', 'description', 'operationId', 'title', 'name', 'version', 'url', 'host', 'contentType'];

function numberForText(_: Contract, { closed }: Places, random: Random): Planted | undefined {
  const member = pickFrom(
    closed.flatMap((node) => texts.flatMap((key) => node.get(key) ?? [])).filter(isPlainText),
    random,
  );
  return member && planted('number-for-text', 'structure-type', member.location(), replaceAll(member.location(), '17'));
}

function unknownType(contract: Contract, { schemas }: Places, random: Random): Planted | undefined {
  if (contract.root.has('jsonSchemaDialect')) return undefined;
  const member = pickFrom(schemas.flatMap((node) => node.get('type') ?? []).filter(isPlainText), random);
  return member && planted('unknown-type', 'structure-value', member.location(), replaceEnd(member.location(), 'Zz'));
}

function unknownPlace(_: Contract, { parameters }: Places, random: Random): Planted | undefined {
  const member = pickFrom(parameters.flatMap((node) => node.get('in') ?? []).filter(isPlainText), random);
  return member && planted('unknown-place', 'structure-value', member.location(), replaceEnd(member.location(), 'Zz'));
}

/** Takes out the line of a required member; the finding stands at the object that now lacks it. */
function removeRequired({ dialect, root }: Contract, places: Places, random: Random): Planted | undefined {
  const info = root.get('info');
  const candidates = [
    ...(info === undefined ? [] : [info]).flatMap((node) =>
      [node.get('title') ?? [], node.get('version') ?? []].flat(),
    ),
    ...places.parameters.flatMap((node) => [node.get('name') ?? [], node.get('in') ?? []].flat()),
    ...(dialect.line === '3.2' ? [] : places.responses.flatMap((node) => node.get('description') ?? [])),
  ];
  const member = pickFrom(
    candidates.filter((node) => isPlainText(node) && (node.parent?.entries().length ?? 0) > 1),
    random,
  );
  const text = member && withoutLine(member);
  return member?.parent && text
    ? planted('remove-required', 'structure-required', member.parent.location(), text)
    : undefined;
}

function repeatOperationId({ kind }: Contract, { operations }: Places, random: Random): Planted | undefined {
  const ids = operations.flatMap((node) => node.get('operationId') ?? []).filter(isPlainText);
  const [first, ...others] = ids.sort((a, b) => offset(a) - offset(b));
  const member = pickFrom(others, random);
  if (first === undefined || member === undefined) return undefined;
  const rule = kind === 'http' ? 'operation-id-unique' : 'event-operation-id-unique';
  return planted(
    'repeat-operation-id',
    rule,
    member.location(),
    replaceAll(member.location(), JSON.stringify(first.value)),
  );
}

function breakReference(_: Contract, { references }: Places, random: Random): Planted | undefined {
  const member = pickFrom(references.filter(isPlainText), random);
  return member && planted('break-reference', 'ref-resolves', member.location(), replaceEnd(member.location(), 'Zz'));
}

function planted(kind: string, rule: string, { range }: Location, text: string): Planted {
  return { kind, rule, text, line: range.start.line, column: range.start.column };
}

function pickFrom(nodes: readonly Node[], random: Random): Node | undefined {
  return nodes.length === 0 ? undefined : random.pick(nodes);
}

function offset(node: Node): number {
  return node.location().range.start.offset;
}

/** A text written on one line, plain or quoted, that stands behind its own key. */
function isPlainText(node: Node): boolean {
  if (typeof node.value !== 'string' || node.value === '') return false;
  const { start, end } = node.location('value').range;
  const written = node.source.text.slice(start.offset, end.offset);
  const behindKey = node.location('key').range.start.line === start.line;
  return (
    behindKey &&
    start.line === end.line &&
    [node.value, `'${node.value}'`, JSON.stringify(node.value)].includes(written)
  );
}

function replaceAll({ source, range }: Location, text: string): string {
  return source.text.slice(0, range.start.offset) + text + source.text.slice(range.end.offset);
}

/** Adds letters to the end of a name or text, inside its quotes. */
function replaceEnd(location: Location, letters: string): string {
  const { start, end } = location.range;
  const written = location.source.text.slice(start.offset, end.offset);
  const quoted = /["']$/.test(written);
  return replaceAll(location, quoted ? written.slice(0, -1) + letters + written.slice(-1) : written + letters);
}

/** The text without the line of a member, or nothing where that line holds more or a comma would be left over. */
function withoutLine(node: Node): string | undefined {
  const lines = node.source.text.split('\n');
  const at = node.location('key').range.start.line - 1;
  const line = (lines[at] ?? '').trim();
  const { start } = node.location('key').range;
  const { end } = node.location('value').range;
  const pair = node.source.text.slice(start.offset, end.offset);
  const json = node.source.text.trimStart().startsWith('{');
  if (line !== (json ? `${pair},` : pair)) return undefined;
  return [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n');
}
