import type { MediaType } from '../../contract/model.ts';

/** In lower case, parameters that say something in the order of their names: `text/html;charset=us-ascii`. */
export function mediaTypeKey(name: string): string {
  if (plain.test(name)) return name;
  const { type, parameters } = parse(name);
  const told = parameters.filter((parameter) => parameter !== utf8 || !inUtf8.test(type));
  return [type, ...told.sort()].join(';');
}

interface Parsed {
  readonly type: string;
  readonly parameters: readonly string[];
}

/** Without the parameters that never have an effect. */
function parse(name: string): Parsed {
  const [type = '', ...rest] = name
    .toLowerCase()
    .split(';')
    .map((part) => part.trim().replaceAll('"', ''));
  const parameters = rest.map((parameter) => parameter.replace(/\s*=\s*/, '=')).filter((each) => each !== '');
  return { type, parameters: withoutCharset.test(type) ? parameters.filter((each) => !isCharset(each)) : parameters };
}

function isCharset(parameter: string): boolean {
  return parameter.startsWith('charset=');
}

const utf8 = 'charset=utf-8';

/**
 * JSON is UTF-8, and a charset beside it "really has no effect on compliant recipients" (RFC 8259, 8.1 and 11; RFC 6839,
 * 3.1 for `+json`). Neither do forms know one (the URL standard decodes them as UTF-8).
 */
const withoutCharset = /^application\/(?:json|.+\+json|x-www-form-urlencoded)$/;

/**
 * Without a charset, text is UTF-8 as new types of it are to be (RFC 6657, 3), or ASCII, whose texts are UTF-8 (RFC 6657,
 * 4), and XML is UTF-8 (RFC 7303, 3). A schema speaks of Unicode text in any case and promises no smaller set. Any other
 * charset makes another type: who does not expect it misreads the bytes.
 */
const inUtf8 = /^(?:text\/.+|application\/(?:xml|.+\+xml))$/;

/** Nearly all are: in lower case, without parameters. */
const plain = /^[a-z0-9/.+*-]+$/;

/** True when a message of the type `name` is one of the type or range `range`. */
export function covers(range: string, name: string): boolean {
  const { type: wide, parameters: wanted } = parse(range);
  const { type, parameters } = parse(name);
  const given = inUtf8.test(type) && !parameters.some(isCharset) ? [...parameters, utf8] : parameters;
  if (!wanted.every((parameter) => given.includes(parameter))) return false;
  if (wide === '*/*' || wide === type) return true;
  return wide.endsWith('/*') && type.startsWith(wide.slice(0, -1));
}

/** What describes a message of the type `name`: that very type, else the narrowest range around it. */
export function describing(name: string, content: readonly MediaType[]): MediaType | undefined {
  const key = mediaTypeKey(name);
  // Two spellings of one type may stand side by side, each with a schema of its own.
  const exact = content.find((each) => each.name === name) ?? content.find((each) => mediaTypeKey(each.name) === key);
  if (exact !== undefined) return exact;
  const around = content.filter((each) => covers(each.name, name));
  return around.sort((a, b) => width(a.name) - width(b.name))[0];
}

function width(range: string): number {
  if (range.startsWith('*/*')) return 2;
  return range.includes('/*') ? 1 : 0;
}
