import { httpRule } from './http-rule.ts';
import { securityRequirements } from './security-requirements.ts';

export const securitySchemeDefined = httpRule({
  id: 'security-scheme-defined',
  severity: 'error',
  summary: 'Every security requirement names a security scheme that is declared.',
  why: 'A requirement without a scheme protects nothing: clients do not know what to send, and servers do not check it.',
  fix: 'Declare the scheme under the components, or correct the name.',
  reference: 'OpenAPI 3.1.1, 4.8.30 Security Requirement Object',
  check(contract, report) {
    const { line } = contract.dialect;
    const declared = new Set(
      contract.components
        .filter(({ section }) => section === 'securitySchemes' || section === 'securityDefinitions')
        .map(({ name }) => name),
    );
    const place = line === '2.0' ? 'securityDefinitions' : 'components.securitySchemes';
    for (const { name, node } of securityRequirements(contract)) {
      if (declared.has(name) || (line === '3.2' && isReference(name))) continue;
      const message = `No security scheme is named "${name}". Declare it under ${place} or correct the name.`;
      report({ location: node.location('key'), message });
    }
  },
});

/** Since 3.2 a requirement may name its scheme by a URI. */
function isReference(name: string): boolean {
  return /[/#:]/.test(name);
}
