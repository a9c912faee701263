/** Whether the rules are for this language: `vi`, with or without a region. */
export function isVietnamese(language: string): boolean {
  return language.toLowerCase().split('-')[0] === 'vi';
}
