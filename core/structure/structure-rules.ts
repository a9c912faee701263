import type { RuleInfo } from '../rules/rule.ts';

const reference =
  'The meta-schemas that the OpenAPI Initiative (spec.openapis.org/oas) and AsyncAPI (asyncapi.com/schema-store) publish';

/** What `checkStructure` reports. */
export const structureRules = [
  {
    id: 'structure-type',
    ruleset: 'spec',
    severity: 'error',
    summary: 'Every value has the type that the specification gives its place.',
    why: 'A list where a mapping belongs, or a number where text belongs, is read differently by each tool or not at all.',
    fix: 'Write a value of the type that the message names. Text that looks like a number, a date or a boolean needs quotes.',
    reference,
  },
  {
    id: 'structure-required',
    ruleset: 'spec',
    severity: 'error',
    summary: 'Every object has the members that the specification requires.',
    why: 'A contract without a required member says less than its readers have to know, and most tools refuse it.',
    fix: 'Add the missing member to the object that the message points at.',
    reference,
  },
  {
    id: 'structure-unknown-key',
    ruleset: 'spec',
    severity: 'error',
    summary: 'Objects hold only members that the specification defines, and extensions.',
    why: 'An unknown key is most often a misspelling, and what it was meant to say is then silently lost.',
    fix: 'Correct the spelling, move the key to the object it belongs to, or make it an extension that starts with "x-".',
    reference,
  },
  {
    id: 'structure-value',
    ruleset: 'spec',
    severity: 'error',
    summary: 'Values are among those that the specification allows at their place.',
    why: 'A value outside the defined set, pattern or bounds has no defined meaning.',
    fix: 'Choose one of the values that the message lists, or correct it to fit the pattern or bound.',
    reference,
  },
  {
    id: 'structure-format',
    ruleset: 'spec',
    severity: 'error',
    summary: 'URLs, email addresses and regular expressions are well-formed.',
    why: 'Links that do not parse cannot be followed, and patterns that do not compile check nothing.',
    fix: 'Correct the text; the message says which form is expected.',
    reference,
  },
  {
    id: 'structure-exclusive',
    ruleset: 'spec',
    severity: 'error',
    summary: 'Members that exclude each other do not stand together, and lists of unique items hold none twice.',
    why: 'Of two members that contradict each other a tool follows one, and not every tool the same one.',
    fix: 'Keep one of the members or items that the message names.',
    reference,
  },
] as const satisfies readonly RuleInfo[];

export type StructureRuleId = (typeof structureRules)[number]['id'];
