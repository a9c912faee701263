import type { Direction } from '../../contract/walk.ts';
import type { Topic } from '../schemas/fact.ts';
import type { CompatArea, CompatRuleInfo, CompatVerdict, Departure } from './rule.ts';
import { fixOf } from './schema-fixes.ts';
import { topicRules } from './schema-topics.ts';

/** `narrowed`: fewer values are legal than before; `widened`: more; `changed`: some fewer and some more. */
export type Effect = 'narrowed' | 'widened' | 'changed';

export type SchemaArea = Extract<CompatArea, 'request' | 'parameter' | 'response' | 'header' | 'message'>;

/** Where the schema stands, in words, and which way its values travel as a rule. */
const areas: Readonly<Record<SchemaArea, { readonly thing: string; readonly direction: Direction | 'both' }>> = {
  request: { thing: 'the request body', direction: 'input' },
  parameter: { thing: 'a parameter', direction: 'input' },
  response: { thing: 'the response body', direction: 'output' },
  header: { thing: 'a response header', direction: 'output' },
  message: { thing: 'a message', direction: 'both' },
};

/** What a schema names says nothing about what it accepts, so the law is silent and no value is a witness. */
const naming: ReadonlySet<Topic> = new Set(['known-property', 'known-form']);

/** The rules whose verdict is an answer about values, which a value can show. */
export function isAboutValues(id: string): boolean {
  return aboutValues.has(id);
}

export function schemaRuleId(area: SchemaArea, topic: Topic, effect: Effect): string {
  const names = topicRules[topic];
  return `${area}-${(names[effect] ?? names.narrowed).id}`;
}

/** The law: an input must not narrow, an output must not widen. */
export function lawOf(direction: Direction, effect: Effect): CompatVerdict {
  const harmless = direction === 'input' ? 'widened' : 'narrowed';
  return effect === harmless ? 'info' : 'breaking';
}

type Departures = CompatRuleInfo['departures'];

/** Where tolerant readers and careful senders make harmless what the law calls breaking. */
export function departuresOf(topic: Topic, direction: Direction, effect: Effect): Departures {
  if (topic === 'optional-property' && direction === 'input' && effect === 'narrowed') return bothWays(newName);
  if (topic === 'optional-property' && direction === 'output' && effect === 'widened') return bothWays(goneName);
  if (topic === 'enum-value' && direction === 'output' && effect === 'widened') return { standard: newValue };
  if (topic === 'null-as-meant' && effect !== 'changed') return bothWays(writtenNull);
  if (topic === 'alternative-overlap' && effect !== 'changed') return bothWays(overlap);
  if (topic === 'known-form' && direction === 'input' && effect === 'narrowed') return bothWays(lostForm);
  if (topic === 'known-form' && direction === 'output' && effect === 'widened') return bothWays(unknownForm);
  if (topic === 'known-property' && direction === 'input' && effect === 'narrowed') return bothWays(dropped);
  if (topic === 'one-way-property' && effect !== 'changed') return bothWays(oneWay);
  return {};
}

/** The law has nothing to say against it: whatever was sent is still accepted. */
const dropped: Departure = {
  severity: 'breaking',
  because:
    'The value is still accepted, but the service no longer knows it: what senders ask for by it does not happen.',
};
const lostForm: Departure = {
  severity: 'breaking',
  because: 'Its values still pass another alternative, but as that other thing: what told them apart is lost.',
};
/** Neither here: an open object accepts the new form as one without any property that it names. */
const unknownForm: Departure = {
  severity: 'breaking',
  because: 'Readers of the old forms find none of the properties that they read.',
};

const writtenNull: Departure = {
  severity: 'info',
  because:
    'OpenAPI 3.0 gives nullable no effect without a type beside it, but everybody who writes or reads it means null.',
};
const overlap: Departure = {
  severity: 'warning',
  because:
    'The alternatives are told apart by the properties that they name; they overlap only because each is open to properties that it does not name.',
};
const oneWay: Departure = {
  severity: 'warning',
  because: 'What is read-only is ignored in a request, and what is write-only was never meant to be read.',
};

const bothWays = (departure: Departure): Departures => ({ standard: departure, 'generated-clients': departure });
const newName: Departure = {
  severity: 'info',
  because: 'Senders send what their contract declares: nobody has filled a name that the contract did not have.',
};
const goneName: Departure = {
  severity: 'warning',
  because:
    'The property was optional, so readers cope without it, and a sender that no longer declares it does not send something else under its name.',
};
const newValue: Departure = {
  severity: 'warning',
  because:
    'Readers are expected to have a default branch for values they do not know. Those that have none break, hence a warning.',
};

const topics = Object.keys(topicRules) as Topic[]; // The keys of a record over Topic.

/** The rules about schemas, one for each place where a schema stands, topic and effect. */
export const schemaRules: readonly CompatRuleInfo[] = (Object.keys(areas) as SchemaArea[]).flatMap((area) =>
  topics.flatMap((topic) =>
    (['narrowed', 'widened', 'changed'] as const).flatMap((effect) => ruleOf(area, topic, effect) ?? []),
  ),
);

function ruleOf(area: SchemaArea, topic: Topic, effect: Effect): CompatRuleInfo | undefined {
  const names = topicRules[topic];
  const named = names[effect];
  if (named === undefined) return undefined;
  if (naming.has(topic) && Object.keys(departuresOf(topic, usualOf(area, effect), effect)).length === 0)
    return undefined;
  const { thing, direction } = areas[area];
  const usual = usualOf(area, effect);
  return {
    id: `${area}-${named.id}`,
    area,
    direction: direction === 'both' ? 'protocol' : direction,
    kind: effect,
    severity: naming.has(topic) ? 'info' : lawOf(usual, effect),
    summary: `In ${thing}, ${named.what}.`,
    why: whyOf(direction, effect),
    fix: lawOf(usual, effect) === 'info' ? 'Nothing to do.' : fixOf(usual, topic),
    departures: departuresOf(topic, usual, effect),
    mirror: mirrorOf(area, topic, effect),
  };
}

function usualOf(area: SchemaArea, effect: Effect): Direction {
  const { direction } = areas[area];
  if (direction === 'both') return effect === 'widened' ? 'output' : 'input';
  return direction;
}

function mirrorOf(area: SchemaArea, topic: Topic, effect: Effect): CompatRuleInfo['mirror'] {
  if (naming.has(topic)) return { waiver: 'The other way round it is a matter of values, which has rules of its own.' };
  if (effect === 'changed') return { waiver: 'It is both the narrowing and the widening, so it mirrors itself.' };
  return { rule: schemaRuleId(area, topic, effect === 'narrowed' ? 'widened' : 'narrowed') };
}

function whyOf(direction: Direction | 'both', effect: Effect): string {
  const flipped =
    'In a webhook or callback the service is the one that sends the request and reads the response, so there it is the other way round.';
  if (direction === 'both') {
    const less = 'What is received must not narrow: old senders go on sending what was legal.';
    const more = 'What is sent must not widen: old readers meet what they were told could not come.';
    const modes = 'Under BACKWARD, FORWARD and FULL the mode decides instead of the action.';
    return effect === 'changed' ? `${less} ${more} ${modes}` : `${effect === 'narrowed' ? less : more} ${modes}`;
  }
  if (direction === 'input') {
    return effect === 'widened'
      ? `Everything that clients send today is still accepted. ${flipped}`
      : `Clients that send what was legal until now are refused. ${flipped}`;
  }
  return effect === 'narrowed'
    ? `Everything that is sent now was legal before, so clients are prepared for it. ${flipped}`
    : `Clients meet values that they were told could not come. ${flipped}`;
}

const aboutValues: ReadonlySet<string> = new Set(
  (Object.keys(areas) as SchemaArea[]).flatMap((area) =>
    topics
      .filter((topic) => !naming.has(topic))
      .flatMap((topic) =>
        (['narrowed', 'widened', 'changed'] as const).map((effect) => schemaRuleId(area, topic, effect)),
      ),
  ),
);
