import type { Rule } from '../rule.ts';

export const componentNameCase: Rule = {
  id: 'component-name-case',
  ruleset: 'ai2text',
  severity: 'warning',
  summary: 'Schemas, parameters, headers, responses and other parts of HTTP contracts are named in PascalCase.',
  why: 'Generated types take these names. One convention keeps them from colliding and reads alike in every language.',
  fix: 'Rename the component, and the references to it: "recording_page" becomes "RecordingPage".',
  check(contract, report) {
    for (const { section, name, location } of contract.components) {
      if (!typeSections.has(section) || /^[A-Z][A-Za-z0-9]*$/.test(name)) continue;
      const message = `The component "${name}" is not in PascalCase. Rename it, and the references to it.`;
      report({ location, message });
    }
  },
};

/** The sections that become types. AsyncAPI's channels, operations and messages are keyed in camelCase instead. */
const typeSections: ReadonlySet<string> = new Set([
  'schemas',
  'definitions',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'securityDefinitions',
]);
