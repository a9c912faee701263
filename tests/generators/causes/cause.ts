/**
 * Something in published documents on which generators have been seen to fail. The programs use the generated code as
 * people would, from a file beside it; what must not compile in them is marked with `@ts-expect-error`.
 */
export interface Cause {
  readonly claim: string;
  /** What stands below `openapi` and `info`, in YAML. */
  readonly document: string;
  readonly client: string;
  readonly server?: string;
}

export function documentOf({ document }: Cause): string {
  return `openapi: 3.1.1\ninfo: { title: T, version: 1.0.0 }\n${document}`;
}
