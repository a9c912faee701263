import { operations } from '../../reference-services/metadata/generated/operations.ts';
import type { startMetadata } from '../../reference-services/metadata/src/start.ts';

/** A free port, data in memory, and no log lines between the demo's own. */
export function quiet(): Parameters<typeof startMetadata> {
  return [
    {
      port: 0,
      host: '127.0.0.1',
      logLevel: 'silent',
      database: { kind: 'embedded', folder: undefined },
      tokens: { kind: 'development', keyFile: undefined },
    },
  ];
}

/** All that the operations of the contract ask for. */
export const everyScope: readonly string[] = [
  ...new Set<string>(
    Object.values(operations).flatMap(({ security }) =>
      security.flatMap((requirement) => requirement.schemes.flatMap((scheme) => scheme.scopes)),
    ),
  ),
];
