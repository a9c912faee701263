import type { HttpContract } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { docstring } from '../python/comment.ts';
import { Imports } from '../python/imports.ts';
import { assignment, type Brackets, call } from '../python/layout.ts';
import { stringLiteral } from '../python/literal.ts';
import { fieldName } from '../python/names.ts';
import type { View } from '../render.ts';
import { NameScope } from '../typescript/names.ts';
import { schemeOf } from '../typescript-client/security.ts';
import { unsupported } from '../unsupported.ts';
import { list, mapping, serverData } from './operation-data.ts';
import { headerOf } from './views.ts';

interface SentScheme {
  readonly name: string;
  readonly field: string;
  readonly type: 'Secret' | 'Login';
  readonly data: Brackets;
  readonly about: string;
}

/** For `credentials.hbs`: a field for each security scheme. */
export function viewCredentials(contract: HttpContract): View {
  const imports = new Imports();
  const schemes = sentSchemes(contract, () => {});
  imports.add('dataclasses', 'dataclass', ...(schemes.length > 0 ? ['field'] : []));
  for (const { type } of schemes) imports.add('.runtime.credentials', type);
  return {
    header: headerOf(contract),
    imports: imports.print(),
    schemes: schemes.map(({ field, type, about }) => ({ field, type, about })),
  };
}

/** For `service.hbs`: the servers of the contract and how its security schemes travel. */
export function viewService(contract: HttpContract, report: (diagnostic: Diagnostic) => void): View {
  const imports = new Imports();
  const servers = serverData(contract.servers, imports);
  const schemes = sentSchemes(contract, report);
  imports.add('.runtime.settings', 'Service');
  if (schemes.length > 0) imports.add('.runtime.credentials', 'SecurityScheme');
  const service = call('Service', [
    list('servers=', servers),
    mapping(
      'security_schemes=',
      schemes.map(({ name, data }) => [name, data]),
    ),
  ]);
  return { header: headerOf(contract), imports: imports.print(), service: assignment('SERVICE', service) };
}

function sentSchemes(contract: HttpContract, report: (diagnostic: Diagnostic) => void): SentScheme[] {
  const scope = new NameScope();
  return [...contract.securitySchemes].flatMap(([name, scheme]): SentScheme[] => {
    const found = schemeOf(scheme);
    if (found.kind === 'unknown') {
      const message = `The client cannot apply the security scheme "${name}" (${scheme.scheme ?? scheme.type}). Pass an http_client that does.`;
      report(unsupported('security-scheme', scheme.location, message));
    }
    if (found.kind !== 'sent') return [];
    const { data } = found;
    const field = scope.unique(fieldName(name));
    const place = data.type === 'apiKey' ? [stringLiteral(data.in), stringLiteral(data.name)] : [];
    return [
      {
        ...{ name, field, type: data.type === 'basic' ? 'Login' : 'Secret' },
        data: call('SecurityScheme', [stringLiteral(data.type), stringLiteral(field), ...place]),
        about: docstring(scheme.description, { indent: 4, deprecated: scheme.deprecated }),
      },
    ];
  });
}
