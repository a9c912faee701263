import type { Topic } from '../schemas/fact.ts';

/** How a difference of one topic is called when fewer values are legal than before, when more are, and when both. */
export interface TopicRules {
  readonly narrowed: Named;
  readonly widened: Named;
  readonly changed?: Named;
}

interface Named {
  /** The end of the rule's id: `request-` and this. */
  readonly id: string;
  /** What happened, as a clause: `may be longer than before`. */
  readonly what: string;
}

const same = (id: string, thing: string): TopicRules => ({
  narrowed: { id: `${id}-narrowed`, what: `${thing} allows less than before` },
  widened: { id: `${id}-widened`, what: `${thing} allows more than before` },
  changed: { id: `${id}-changed`, what: `${thing} allows other values than before` },
});

const bound = (id: string, word: string, end: 'lower' | 'upper'): TopicRules => {
  const up = {
    id: `${id}-increased`,
    what: `the ${word} was ${end === 'lower' ? 'raised or added' : 'raised or removed'}`,
  };
  const down = {
    id: `${id}-decreased`,
    what: `the ${word} was ${end === 'lower' ? 'lowered or removed' : 'lowered or added'}`,
  };
  return end === 'lower' ? { narrowed: up, widened: down } : { narrowed: down, widened: up };
};

export const topicRules: Readonly<Record<Topic, TopicRules>> = {
  type: {
    narrowed: { id: 'type-narrowed', what: 'fewer types are allowed than before' },
    widened: { id: 'type-widened', what: 'more types are allowed than before' },
    changed: { id: 'type-changed', what: 'the type changed' },
  },
  null: {
    narrowed: { id: 'became-not-nullable', what: 'null is no longer allowed' },
    widened: { id: 'became-nullable', what: 'null is allowed now' },
  },
  'null-as-meant': {
    narrowed: { id: 'nullable-without-effect', what: 'null is refused, though nullable is written' },
    widened: { id: 'nullable-with-effect', what: 'null is allowed, where nullable was written without effect' },
  },
  enum: {
    narrowed: { id: 'became-enum', what: 'only listed values are allowed now' },
    widened: { id: 'became-not-enum', what: 'values are no longer restricted to a list' },
  },
  'enum-value': {
    narrowed: { id: 'enum-value-removed', what: 'a listed value is no longer allowed' },
    widened: { id: 'enum-value-added', what: 'a value was added to the list' },
  },
  minimum: bound('minimum', 'minimum', 'lower'),
  maximum: bound('maximum', 'maximum', 'upper'),
  'multiple-of': same('multiple-of', 'the step between numbers'),
  'min-length': bound('min-length', 'minimum length', 'lower'),
  'max-length': bound('max-length', 'maximum length', 'upper'),
  pattern: same('pattern', 'the pattern'),
  format: same('format', 'the format'),
  'required-property': {
    narrowed: { id: 'required-property-added', what: 'a new property is required' },
    widened: { id: 'required-property-removed', what: 'a property that was always there is gone' },
  },
  'property-required': {
    narrowed: { id: 'property-became-required', what: 'an optional property is required now' },
    widened: { id: 'property-became-optional', what: 'a required property is optional now' },
  },
  'optional-property': {
    narrowed: { id: 'optional-property-added', what: 'an optional property was added' },
    widened: { id: 'optional-property-removed', what: 'an optional property was removed' },
  },
  'closed-property': {
    narrowed: { id: 'property-forbidden', what: 'a property was removed, and unknown ones are refused' },
    widened: { id: 'property-allowed', what: 'a property was added where unknown ones were refused' },
  },
  'known-property': {
    narrowed: { id: 'property-removed', what: 'a property was removed, so what is sent under its name is dropped' },
    widened: { id: 'property-added', what: 'a property was added' },
  },
  'known-form': {
    narrowed: { id: 'form-removed', what: 'an alternative was removed, so what is sent as it is taken for another' },
    widened: { id: 'form-added', what: 'an alternative was added that names nothing of what the others name' },
  },
  'additional-properties': same('additional-properties', 'what properties without a name may be'),
  'pattern-properties': same('pattern-properties', 'what properties matching a pattern may be'),
  'property-names': same('property-names', 'what names properties may have'),
  'min-properties': bound('min-properties', 'minimum number of properties', 'lower'),
  'max-properties': bound('max-properties', 'maximum number of properties', 'upper'),
  tuple: same('tuple', 'the list of items by position'),
  'min-items': bound('min-items', 'minimum number of items', 'lower'),
  'max-items': bound('max-items', 'maximum number of items', 'upper'),
  'unique-items': {
    narrowed: { id: 'unique-items-added', what: 'equal items are no longer allowed' },
    widened: { id: 'unique-items-removed', what: 'equal items are allowed now' },
  },
  contains: same('contains', 'what the list must contain'),
  alternative: {
    narrowed: { id: 'alternative-removed', what: 'an alternative is no longer allowed' },
    widened: { id: 'alternative-added', what: 'an alternative was added' },
    changed: { id: 'alternatives-changed', what: 'other alternatives are allowed than before' },
  },
  'alternative-overlap': {
    narrowed: { id: 'alternatives-overlap', what: 'values that match more than one alternative are refused now' },
    widened: { id: 'alternatives-apart', what: 'values that matched more than one alternative are allowed now' },
  },
  'one-way-property': {
    narrowed: {
      id: 'one-way-property-narrowed',
      what: 'a property that does not travel in this direction allows less than before',
    },
    widened: {
      id: 'one-way-property-widened',
      what: 'a property that does not travel in this direction allows more than before, or may be missing',
    },
  },
  condition: same('condition', 'a condition between parts of the value'),
  schema: same('schema', 'the schema'),
};
