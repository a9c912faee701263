import type { Direction } from '../../contract/walk.ts';
import type { Topic } from '../schemas/fact.ts';

/** What to do instead of narrowing an input or widening an output. */
export function fixOf(direction: Direction, topic: Topic): string {
  return fixes[direction][topic] ?? general[direction];
}

const general: Readonly<Record<Direction, string>> = {
  input: 'Go on accepting what was legal, or add a new operation or version beside the old one.',
  output: 'Go on sending only what was legal, or add a new property, operation or version beside the old one.',
};

const fixes: Readonly<Record<Direction, Readonly<Partial<Record<Topic, string>>>>> = {
  input: {
    'required-property': 'Make the new property optional and give its absence a meaning.',
    'property-required': 'Leave the property optional and give its absence a meaning.',
    'enum-value': 'Go on accepting the value; mark it deprecated in its description.',
    'closed-property': 'Keep the property, mark it deprecated and ignore it.',
    'additional-properties': 'Leave the object open and ignore what is unknown.',
    type: 'Go on accepting the old type beside the new one, or add a property with the new type.',
    null: 'Go on accepting null and treat it as absent.',
    alternative: 'Go on accepting the alternative; mark it deprecated.',
  },
  output: {
    'required-property': 'Go on sending the property; mark it deprecated.',
    'property-required': 'Go on sending the property, with a neutral value where there is none.',
    'enum-value':
      'Announce that the list may grow with x-extensible-enum, or add a property that carries the new values.',
    'closed-property': 'Leave response objects open, so that properties may be added.',
    type: 'Add a property with the new type beside the old one.',
    null: 'Leave the property out where there is no value, if it is optional; or add a property that may be null.',
    alternative: 'Let clients ask for the new alternative, for instance by a parameter.',
  },
};
