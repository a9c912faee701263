import { httpRule } from './http-rule.ts';
import { securityRequirements } from './security-requirements.ts';

export const securityScopesLegal = httpRule({
  id: 'security-scopes-legal',
  severity: 'error',
  summary: 'Before 3.1, only OAuth 2 and OpenID Connect requirements list scopes.',
  why: 'For other schemes the list must be empty there: no tool looks at it, so the operation is less protected than it says.',
  fix: 'Empty the list, or move to OpenAPI 3.1, where it may name roles.',
  reference: 'OpenAPI 3.0.4, 4.8.30 Security Requirement Object',
  check(contract, report) {
    if (contract.dialect.line !== '2.0' && contract.dialect.line !== '3.0') return;
    for (const { name, node } of securityRequirements(contract)) {
      const type = contract.securitySchemes.get(name)?.type;
      if (type === undefined || type === 'oauth2' || type === 'openIdConnect' || node.items().length === 0) continue;
      const message = `"${name}" is of type ${type}, for which the list must be empty before 3.1. Empty it.`;
      report({ location: node.location('key'), message });
    }
  },
});
