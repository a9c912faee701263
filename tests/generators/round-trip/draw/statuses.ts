const examples = [
  200, 201, 202, 203, 206, 207, 302, 303, 307, 400, 403, 404, 409, 410, 418, 422, 429, 451, 500, 501, 503, 507,
];
const bodiless = [204, 205, 304];

/** Codes that fall under a status, a range or `default` and under no more precise key beside it. */
export function concreteStatuses(
  status: string,
  declared: readonly string[],
  { withBody }: { withBody: boolean },
): number[] {
  if (/^\d{3}$/.test(status)) return [Number(status)];
  const candidates = withBody ? examples : [...examples, ...bodiless];
  const others = declared.filter((other) => other !== status).map((other) => other.toUpperCase());
  const hasSuccess = others.some((other) => other.startsWith('2'));
  return candidates.filter((code) => {
    if (others.includes(String(code))) return false;
    if (status !== 'default') return String(code)[0] === status[0];
    // Beside declared successes `default` describes failures.
    return !others.includes(`${String(code)[0]}XX`) && !(hasSuccess && code < 300);
  });
}

/** A code that no response of the operation describes; undefined where every code is described. */
export function undeclaredStatus(declared: readonly string[]): number | undefined {
  const upper = declared.map((status) => status.toUpperCase());
  if (upper.includes('DEFAULT'))
    return upper.some((status) => status.startsWith('2')) && !upper.includes('2XX')
      ? [208, 226].find((code) => !upper.includes(String(code)))
      : undefined;
  return [208, 418, 508, 308].find((code) => !upper.includes(String(code)) && !upper.includes(`${String(code)[0]}XX`));
}
