import type { Contract } from '../../contract/model.ts';
import type { Location } from '../../diagnostics/location.ts';
import { CheckBudget, type CheckOptions, checkValue, type Violation } from '../../schema/check.ts';
import type { Json } from '../../source/json.ts';
import { placeInside } from '../place-inside.ts';
import type { Report } from '../rule.ts';
import type { Sample } from './sample.ts';

/** Reports where a sample breaks its schema, at the very place inside the sample. `noun` names it: "example". */
export function checkSamples(samples: Iterable<Sample>, contract: Contract, noun: string, report: Report): void {
  const budget = new CheckBudget();
  const options = { schemas: contract.schemas, limit: 5, budget };
  const checked = new Set<string>();
  for (const sample of samples) {
    // A component's example is met wherever the component is used.
    const pair = `${identityOf(sample.location)} ${identityOf(sample.schema.location)} ${sample.direction}`;
    if (checked.has(pair)) continue;
    checked.add(pair);
    for (const violation of violationsOf(sample, options)) {
      const subject = violation.pointer === '' ? `This ${noun}` : `In this ${noun}, ${violation.pointer}`;
      report({
        location: placeInside(sample.location, violation.pointer),
        message: `${subject} ${violation.message}. Correct the ${noun}, or the schema if that is what is wrong.`,
        related: [{ message: 'The schema that says so.', location: violation.schemaLocation }],
        ...(sample.binding && { severity: 'error' }),
      });
    }
  }
  if (!budget.exhausted) return;
  report({
    location: contract.root.location(),
    message: `Some values here were not checked to the end, because that would take too long. Look for patterns such as "(a+)+" and for unions or references nested very deep, and simplify them.`,
  });
}

function violationsOf(sample: Sample, options: CheckOptions): readonly Violation[] {
  const { value, schema, direction } = sample;
  if (direction === undefined) {
    const asInput = checkValue(value, schema, { ...options, direction: 'input' });
    if (asInput.length === 0) return [];
    const asOutput = checkValue(value, schema, { ...options, direction: 'output' });
    return asOutput.length < asInput.length ? asOutput : asInput;
  }
  const violations = checkValue(value, schema, { ...options, direction });
  if (violations.length === 0 || !sample.maybeEncoded || typeof value !== 'string') return violations;
  return mayStandFor(value, sample, options) ? [] : violations;
}

/**
 * OpenAPI 3.0.3, Parameter Object: each of the `examples` holds the value as it is encoded, so a text may be right where
 * the schema wants a number, and says nothing testable where it wants an array or object.
 */
function mayStandFor(text: string, { schema, direction }: Sample, options: CheckOptions): boolean {
  const accepts = (value: Json, limit = 1) =>
    checkValue(value, schema, { ...options, limit, ...(direction && { direction }) }).every(
      ({ keyword, pointer }) => limit > 1 && (pointer !== '' || keyword !== 'type'),
    );
  if (accepts([], 5) || accepts({}, 5)) return true;
  const scalar = readScalar(text);
  return scalar !== undefined && accepts(scalar);
}

function readScalar(text: string): number | boolean | null | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function identityOf(location: Location): string {
  return `${location.source.path}#${location.pointer}`;
}
