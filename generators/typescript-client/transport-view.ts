import type { HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';
import { comment } from '../typescript/comment.ts';
import { printEntry } from '../typescript/entry.ts';
import { printImports } from '../typescript/imports.ts';
import { braces, indentRest } from '../typescript/layout.ts';
import { literal } from '../typescript/literal.ts';
import { propertyKey } from '../typescript/names.ts';
import { unsupported } from '../unsupported.ts';
import { printHeader } from './header.ts';
import { printServers } from './operation-data.ts';
import { schemeOf } from './security.ts';

/** For `transport.hbs`: the servers of the contract and its security schemes. */
export function viewTransport(
  contract: HttpContract,
  options: TargetOptions,
  report: (diagnostic: Diagnostic) => void,
): View {
  const credentials: string[] = [];
  const entries: string[] = [];
  const secrets = new Set<string>();
  for (const [name, scheme] of contract.securitySchemes) {
    const found = schemeOf(scheme);
    if (found.kind === 'unknown') {
      const message = `The client cannot apply the security scheme "${name}" (${scheme.scheme ?? scheme.type}). Add a middleware that does.`;
      report(unsupported('security-scheme', scheme.location, message));
    }
    if (found.kind !== 'sent') continue;
    const type = found.data.type === 'basic' ? 'Login' : 'Secret';
    secrets.add(type);
    entries.push(printEntry(name, literal(found.data)));
    const about = comment(scheme.description, { indent: 2, deprecated: scheme.deprecated });
    credentials.push(`${about}  readonly ${propertyKey(name)}?: ${type};\n`);
  }
  const runtime = (name: string) => `./runtime/${name}${options.importExtension}`;
  return {
    header: printHeader(contract),
    imports: printImports([
      { names: ['ServiceData', 'TransportConfig'], from: runtime('config'), typeOnly: true },
      { names: secrets, from: runtime('credentials'), typeOnly: true },
      { names: ['ServerData'], from: runtime('operation'), typeOnly: true },
    ]),
    extension: options.importExtension,
    servers: indentRest(printServers(contract.servers, 73), 0),
    credentials: credentials.length === 0 ? '{}' : `{\n${credentials.join('')}}`,
    securitySchemes: indentRest(braces(entries, 96), 2),
  };
}
