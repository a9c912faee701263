// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ServerData } from './operation.ts';

/** The URL of a server with its variables filled in, by default with the values that the contract gives. */
export function serverUrl(server: ServerData, variables: Readonly<Record<string, string>> = {}): string {
  return server.url.replace(/\{([^{}]*)\}/g, (braced, name: string) => {
    if (Object.hasOwn(variables, name)) return variables[name] ?? braced;
    const { variables: defaults = {} } = server;
    return Object.hasOwn(defaults, name) ? (defaults[name] ?? braced) : braced;
  });
}
