import type { Node } from '../../source/node.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';
import { requirementsOf } from './support/requirements.ts';
import { quoteList } from './support/words.ts';

export const eventSecurityScopeAvailable = eventRule(
  {
    id: 'event-security-scope-available',
    severity: 'warning',
    summary: 'A required OAuth 2 scope is one that the scheme offers.',
    why: 'A client asks the authorization server for the scopes that the scheme lists; one that is not among them is never granted.',
    fix: 'Correct the scope, or add it to the scopes of a flow.',
    reference: 'AsyncAPI 2.6.0, Security Requirement Object; AsyncAPI 3.0.0, Security Scheme Object, scopes',
  },
  (document, report) => {
    for (const { scope, available } of requiredScopes(document)) {
      if (typeof scope.value !== 'string' || available.has(scope.value)) continue;
      report({
        location: scope.location(),
        message: `The scope ${JSON.stringify(scope.value)} is not offered by the security scheme: ${quoteList([...available].slice(0, 10))}. Correct it or add it to a flow.`,
      });
    }
  },
);

/** The scopes that OAuth 2 requirements name; OpenID Connect announces its scopes elsewhere. */
function requiredScopes(document: AsyncApiDocument): { scope: Node; available: ReadonlySet<string> }[] {
  const { securitySchemes } = document.contract;
  if (document.isV2) {
    return requirementsOf(document).flatMap(({ name, scopes }) => {
      const scheme = securitySchemes.get(name);
      if (scheme?.type !== 'oauth2') return [];
      const available = new Set(scheme.scopes.keys());
      return scopes.items().map((scope) => ({ scope, available }));
    });
  }
  return document.objects('securityScheme').flatMap((scheme) => {
    if (scheme.string('type') !== 'oauth2') return [];
    const flows = scheme.get('flows')?.entries() ?? [];
    const available = new Set(
      flows.flatMap(([, flow]) => (flow.get('availableScopes')?.entries() ?? []).map(([scope]) => scope)),
    );
    return (scheme.get('scopes')?.items() ?? []).map((scope) => ({ scope, available }));
  });
}
