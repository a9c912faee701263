import type { MediaType } from '../../contract/model.ts';

/** In lower case, parameters in the order of their names: `text/html;charset=utf-8`. */
export function mediaTypeKey(name: string): string {
  if (plain.test(name)) return name;
  const [type = '', ...parameters] = name
    .toLowerCase()
    .split(';')
    .map((part) => part.trim().replaceAll('"', ''));
  return [type, ...parameters.map((parameter) => parameter.replace(/\s*=\s*/, '=')).sort()].join(';');
}

/** Nearly all are: in lower case, without parameters. */
const plain = /^[a-z0-9/.+*-]+$/;

/** True when a message of the type `name` is one of the type or range `range`. */
export function covers(range: string, name: string): boolean {
  const [wide = '', ...wanted] = mediaTypeKey(range).split(';');
  const [type = '', ...given] = mediaTypeKey(name).split(';');
  if (!wanted.every((parameter) => given.includes(parameter))) return false;
  if (wide === '*/*' || wide === type) return true;
  return wide.endsWith('/*') && type.startsWith(wide.slice(0, -1));
}

/** What describes a message of the type `name`: that very type, else the narrowest range around it. */
export function describing(name: string, content: readonly MediaType[]): MediaType | undefined {
  const key = mediaTypeKey(name);
  const exact = content.find((each) => mediaTypeKey(each.name) === key);
  if (exact !== undefined) return exact;
  const around = content.filter((each) => covers(each.name, name));
  return around.sort((a, b) => width(a.name) - width(b.name))[0];
}

function width(range: string): number {
  if (range.startsWith('*/*')) return 2;
  return range.includes('/*') ? 1 : 0;
}
