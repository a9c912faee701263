import type { StoredLetter } from '../dead-letters/dead-letters.ts';

/** One line for each letter. */
export function asTable(letters: readonly StoredLetter[]): string {
  if (letters.length === 0) return 'No dead letters.\n';
  const rows = letters.map(({ id, storedAt, durable, reason, deliveries, error }) =>
    [id, storedAt.toISOString(), durable, reason, String(deliveries), shortened(error)].map(oneLine),
  );
  const table = [['ID', 'STORED', 'WORKER', 'REASON', 'DELIVERIES', 'ERROR'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n${letters.length} dead letter${letters.length === 1 ? '' : 's'}\n`;
}

/** Everything about one letter, with the message as it was. */
export function inFull(letter: StoredLetter): string {
  const { id, storedAt, address, durable, reason, error, deliveries, messageId, headers, body } = letter;
  const about: readonly (readonly [string, string])[] = [
    ['id', id],
    ['stored', storedAt.toISOString()],
    ['address', address],
    ['worker', durable],
    ['reason', reason],
    ['error', error],
    ['deliveries', String(deliveries)],
    ['message id', messageId ?? 'none'],
    ...Object.entries(headers).map(([name, value]) => [`header ${name}`, value] as const),
  ];
  const width = Math.max(...about.map(([name]) => name.length));
  const lines = about.map(([name, value]) => `${oneLine(name).padEnd(width)}  ${oneLine(value)}`);
  return `${lines.join('\n')}\n\n${bodyText(body)}\n`;
}

/** One line of JSON. A body that is no text is in Base64. */
export function asJson({ body, ...letter }: StoredLetter): string {
  const text = textOf(body);
  const content = text === undefined ? { bodyBase64: Buffer.from(body).toString('base64') } : { body: text };
  return `${JSON.stringify({ ...letter, ...content })}\n`;
}

function bodyText(body: Uint8Array): string {
  const text = textOf(body);
  if (text === undefined) return `${body.byteLength} bytes that are no text`;
  try {
    return printable(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    return printable(text);
  }
}

function textOf(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

/** Strangers wrote this: what a terminal would obey is spelled out. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{C}\n]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n');
}
