import type { Contract } from '../../contract/model.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { Rule } from '../rule.ts';
import { nameOf } from './support/operations.ts';

export const operationDocumented: Rule = {
  id: 'operation-documented',
  ruleset: 'ai2text',
  severity: 'error',
  summary: 'Each operation has an operationId, a summary, a description and a tag that the contract declares.',
  why: 'Generated clients take their names from the first, documentation its order from the last, and people the rest.',
  fix: 'Add what is missing. Declare tags at the root, with a description.',
  check(contract, report) {
    const declared = new Set(contract.tags.map(({ name }) => name));
    for (const { what, location, has, tags } of operationsOf(contract)) {
      const missing = Object.keys(has).filter((member) => !has[member]);
      if (missing.length > 0) {
        report({ location, message: `${what} has no ${missing.join(' and no ')}. Add what is missing.` });
      }
      const unknown = tags.filter((tag) => !declared.has(tag));
      if (unknown.length === 0) continue;
      const message = `${what} has the tag ${unknown.map((tag) => `"${tag}"`).join(', ')}, which the contract does not declare. Declare it under "tags", with a description.`;
      report({ location, message });
    }
  },
};

interface Documented {
  readonly what: string;
  readonly location: Location;
  readonly has: Readonly<Record<string, boolean>>;
  readonly tags: readonly string[];
}

function operationsOf(contract: Contract): readonly Documented[] {
  if (contract.kind === 'http') {
    return contract.operations.map((operation) => ({
      what: nameOf(operation),
      location: operation.location,
      has: {
        operationId: operation.operationId !== undefined,
        summary: isText(operation.summary),
        description: isText(operation.description),
        tag: operation.tags.length > 0,
      },
      tags: operation.tags,
    }));
  }
  // The name of an event operation is its key; 3.x declares tags in `info`.
  return contract.operations.map((operation) => ({
    what: `The operation "${operation.name}"`,
    location: operation.location,
    has: {
      summary: isText(operation.summary),
      description: isText(operation.description),
      tag: operation.tags.length > 0,
    },
    tags: operation.tags,
  }));
}

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
