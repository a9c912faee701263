import { eventRule } from './support/event-rule.ts';
import { requirementsOf } from './support/requirements.ts';

export const eventSecuritySchemeDefined = eventRule(
  {
    id: 'event-security-scheme-defined',
    only: '2.x',
    severity: 'error',
    summary: 'A security requirement names a security scheme of the document.',
    why: 'Nobody can meet a requirement that is described nowhere; some tools take it for no requirement at all.',
    fix: 'Correct the name, or add the scheme under components.securitySchemes.',
    reference: 'AsyncAPI 2.6.0, Security Requirement Object',
  },
  (document, report) => {
    const schemes = document.root.get('components')?.get('securitySchemes');
    for (const { name, scopes } of requirementsOf(document)) {
      if (schemes?.has(name)) continue;
      report({
        location: scopes.location('key'),
        message: `No security scheme is named ${JSON.stringify(name)}. Correct the name or add the scheme under components.securitySchemes.`,
      });
    }
  },
);
