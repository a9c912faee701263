import { httpRule } from './http-rule.ts';

export const componentKeyLegal = httpRule({
  id: 'component-key-legal',
  severity: 'error',
  summary: 'Components are named with letters, digits, dots, hyphens and underscores.',
  why: 'References and generated names are made from these keys; other characters need escapes that tools get wrong.',
  fix: 'Rename the component.',
  reference: 'OpenAPI 3.1.1, 4.8.7 Components Object',
  check(contract, report) {
    if (contract.dialect.line === '2.0') return;
    for (const { name, section, location } of contract.components) {
      if (/^[a-zA-Z0-9._-]+$/.test(name)) continue;
      const message = `"${name}" under ${section} is no legal name. Use letters, digits, ".", "-" and "_" only.`;
      report({ location, message });
    }
  },
});
