import { httpRule } from './http-rule.ts';
import { securityRequirements } from './security-requirements.ts';

export const oauthScopeDefined = httpRule({
  id: 'oauth-scope-defined',
  severity: 'warning',
  summary: 'A scope that an operation requires is one that the OAuth flows offer.',
  why: 'A client asks the authorization server for the scopes that the flows list. One that is not there is never granted.',
  fix: 'Add the scope to the flows, or correct its name.',
  reference: 'OpenAPI 3.1.1, 4.8.29 OAuth Flow Object',
  check(contract, report) {
    for (const { name, node } of securityRequirements(contract)) {
      const scheme = contract.securitySchemes.get(name);
      // A map without entries is legal and says that the scopes are listed elsewhere.
      if (scheme?.type !== 'oauth2' || scheme.scopes.size === 0) continue;
      for (const item of node.items()) {
        if (typeof item.value !== 'string' || scheme.scopes.has(item.value)) continue;
        const message = `No flow of "${name}" offers the scope "${item.value}". Add it there or correct the name.`;
        report({ location: item.location(), message });
      }
    }
  },
});
