/** Something that is looked into, on behalf of what leads to it. */
export interface Inquiry {
  readonly users: Inquiry[];
  /** Whether a reason was found in it. */
  explained: boolean;
}

/** A reason found somewhere is one for all that led there. */
export function markExplained(inquiry: Inquiry): void {
  const open = [inquiry];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.explained) continue;
    next.explained = true;
    for (const user of next.users) open.push(user);
  }
}
