import type { ResponsePlan } from './plan.ts';

/** A header of an answer as the client must read it; undefined for a value that no header can hold. */
export function writtenHeader({ headers }: ResponsePlan, name: string, value: unknown): string | undefined {
  const plan = headers.find((header) => header.name === name);
  if (plan === undefined) return undefined;
  if (plan.json)
    return JSON.stringify(value).replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const texts = textsOf(value);
  const listed = typeof value === 'object';
  // Nothing escapes a comma, nor white space at the ends, nor characters beyond Latin-1.
  const odd = texts.some(
    (text) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(text) || /^\s|\s$/.test(text) || (listed && text.includes(',')),
  );
  if (odd || (listed && texts.includes(''))) return undefined;
  if (listed && plan.explode && !Array.isArray(value) && Object.keys(value ?? {}).some((key) => key.includes('=')))
    return undefined;
  if (!listed || Array.isArray(value)) return texts.join(',');
  return Object.entries(value ?? {})
    .map(([key, member]) => (plan.explode ? `${key}=${member}` : `${key},${member}`))
    .join(',');
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().map(String) : [String(value)];
}
