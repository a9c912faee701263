import type { Contract } from '../../contract/model.ts';
import type { Json } from '../../source/json.ts';
import type { Witness } from '../change.ts';
import { exchangeOf } from '../report/exchange.ts';
import type { ReportedChange } from '../report/report.ts';
import { exampleFor } from './example-for.ts';
import { exampleRequest } from './example-request.ts';
import { directionOf, isLegal, legalValue, nearestTo, type Place } from './legal.ts';

/** The same message as it is legal under the old contract, and under the new one; undefined where there is none. */
export interface BeforeAndAfter {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** True when the message of after may be sent today: the old contract accepts it too. */
  readonly alreadyLegal: boolean;
}

export interface TwoContracts {
  readonly before: Contract;
  readonly after: Contract;
}

/** Messages that show a break. Each was checked under the contract that it is said to be legal in. */
export function beforeAndAfter(change: ReportedChange, contracts: TwoContracts): BeforeAndAfter {
  const { witness, subject } = change;
  if (witness === undefined) return requests(change, contracts);
  const { acceptedBy, accepting, refusing, part } = witness;
  const direction = directionOf(subject, part);
  const isOld = acceptedBy === 'old';
  const [own, other] = isOld ? [contracts.before, contracts.after] : [contracts.after, contracts.before];
  const { value } = witness.answer;
  const proof = isLegal(value, { schema: accepting, schemas: own.schemas, direction }) ? value : undefined;
  const place = { schema: refusing, schemas: other.schemas, direction };
  const counterpart = counterpartOf(subject, witness, other, place);
  const alreadyLegal =
    isOld &&
    direction === 'input' &&
    counterpart !== undefined &&
    isLegal(counterpart, { schema: accepting, schemas: own.schemas, direction });
  const show = (shown: Json | undefined) => (shown === undefined ? undefined : withValue(subject, witness, shown));
  const [first, second] = [show(proof), show(counterpart)];
  return isOld ? { before: first, after: second, alreadyLegal } : { before: second, after: first, alreadyLegal };
}

/** What the other contract accepts in the same place: near the witness, from its own example or else made up. */
function counterpartOf(subject: string, witness: Witness, contract: Contract, place: Place): Json | undefined {
  const example = exampleFor(subject, witness, contract);
  const legal = example !== undefined && isLegal(example.value, place) ? example : legalValue(place);
  return legal === undefined ? undefined : nearestTo(witness.answer.value, legal.value, place);
}

/** The same exchange with another value in it. */
function withValue(subject: string, witness: Witness, value: Json): string {
  return exchangeOf({ subject, witness: { ...witness, answer: { ...witness.answer, value } } }).text;
}

/** Rules of what is sent around the schemas: the whole request says it. */
const ofRequests = /^(?:operation-removed$|(?:required-)?parameter-|required-|request-(?:body|media-type)-)/;

function requests({ rule, subject }: ReportedChange, { before, after }: TwoContracts): BeforeAndAfter {
  if (!ofRequests.test(rule)) return { before: undefined, after: undefined, alreadyLegal: false };
  return { before: exampleRequest(subject, before), after: exampleRequest(subject, after), alreadyLegal: false };
}
