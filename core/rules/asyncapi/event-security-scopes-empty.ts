import { eventRule } from './support/event-rule.ts';
import { requirementsOf } from './support/requirements.ts';

export const eventSecurityScopesEmpty = eventRule(
  {
    id: 'event-security-scopes-empty',
    only: '2.x',
    severity: 'error',
    summary: 'Only OAuth 2 and OpenID Connect requirements list scopes.',
    why: 'Other schemes have no scopes. A list there looks like a restriction and is none.',
    fix: 'Leave the list empty: [].',
    reference:
      'AsyncAPI 2.6.0, Security Requirement Object: "For other security scheme types, the array MUST be empty"',
  },
  (document, report) => {
    const schemes = document.contract.securitySchemes;
    for (const { name, scopes } of requirementsOf(document)) {
      const type = schemes.get(name)?.type;
      const [first] = scopes.items();
      if (type === undefined || type === 'oauth2' || type === 'openIdConnect' || first === undefined) continue;
      report({
        location: first.location(),
        message: `The scheme ${JSON.stringify(name)} is of type ${JSON.stringify(type)}, which has no scopes. Leave the list empty: [].`,
      });
    }
  },
);
