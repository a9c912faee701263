import type { Binding, Bindings } from '../../contract/model.ts';
import { isObject, type Json, type JsonObject, jsonEqual } from '../../source/json.ts';
import type { Comparison, Places } from '../comparison.ts';
import type { SchemaArea } from '../rules/schema-rules.ts';
import { compareSchemas, type SchemaPair } from '../schemas/compare-schemas.ts';
import { type BindingEffect, defaultOf, effectOf } from './binding-fields.ts';
import { type Action, directionOf, eventDuty } from './event-duty.ts';

interface Carrier {
  readonly subject: string;
  readonly places: Places;
  readonly action: Action;
}

/** Compares what contracts say of one protocol: schemas by what they accept, everything else by what it decides. */
export function compareBindings(before: Bindings, after: Bindings, carrier: Carrier, comparison: Comparison): void {
  for (const protocol of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(protocol) ?? nothing, after.get(protocol) ?? nothing];
    compareFields(protocol, old, now, carrier, comparison);
    compareMembers(protocol, old, now, carrier, comparison);
  }
}

const nothing: Binding = { fields: new Map(), schemas: new Map() };

const ruleOf: Readonly<Record<BindingEffect, string>> = {
  route: 'binding-route-changed',
  form: 'binding-form-changed',
  delivery: 'binding-delivery-changed',
  other: 'bindings-changed',
};

function compareFields(protocol: string, old: Binding, now: Binding, carrier: Carrier, comparison: Comparison): void {
  const { subject, places } = carrier;
  for (const { path, was, is } of differences(protocol, objectOf(old), objectOf(now), [])) {
    const member = path.join('/');
    // A schema in place of a value is for `compareMembers`.
    if (old.schemas.has(path[0] ?? '') || now.schemas.has(path[0] ?? '')) continue;
    const rule = was === undefined ? 'binding-added' : ruleOf[effectOf(protocol, path)];
    const values =
      was === undefined ? `is ${print(is)} now` : `is ${is === undefined ? 'gone' : print(is)}, before ${print(was)}`;
    const what = `the ${protocol} binding${member === '' ? '' : `: ${member}`} ${values}`;
    comparison.report({ rule, subject, place: `bindings ${protocol} ${member}`, what, ...places });
  }
}

/** The version of the binding's own specification says nothing about messages. */
function objectOf({ fields }: Binding): Json {
  return Object.fromEntries([...fields].filter(([name]) => name !== 'bindingVersion'));
}

interface Difference {
  readonly path: readonly string[];
  readonly was: Json | undefined;
  readonly is: Json | undefined;
}

function differences(
  protocol: string,
  was: Json | undefined,
  is: Json | undefined,
  path: readonly string[],
): readonly Difference[] {
  if (isNested(was) && isNested(is)) {
    const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
    return [...names].flatMap((name) => {
      const at = [...path, name];
      const [left, right] = [was, is].map((object) => own(object, name) ?? defaultOf(protocol, at));
      return differences(protocol, left, right, at);
    });
  }
  if (was !== undefined && is !== undefined && jsonEqual(was, is)) return [];
  return [{ path, was, is }];
}

function isNested(value: Json | undefined): value is JsonObject | undefined {
  return value === undefined || isObject(value);
}

function own(object: JsonObject | undefined, name: string): Json | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

function print(value: Json | undefined): string {
  return JSON.stringify(value) ?? 'nothing';
}

interface Member {
  readonly area: SchemaArea;
  readonly part: SchemaPair['part'];
  /** `input`: of a request to whoever runs the channel, whatever is sent over it later. */
  readonly travels: 'as the message' | 'input' | 'nowhere';
}

const header: Member = { area: 'message', part: 'message-header', travels: 'as the message' };
const setting: Member = { area: 'message', part: 'message-header', travels: 'nowhere' };
const ofMessages: Readonly<Record<string, Member>> = {
  'http query': { area: 'parameter', part: 'parameter', travels: 'as the message' },
  // The handshake, which opens the connection.
  'ws query': { area: 'parameter', part: 'parameter', travels: 'input' },
  'ws headers': { area: 'parameter', part: 'message-header', travels: 'input' },
  'kafka groupId': setting,
  'kafka clientId': setting,
  'mqtt messageExpiryInterval': setting,
  'mqtt sessionExpiryInterval': setting,
  'mqtt maximumPacketSize': setting,
};

function compareMembers(protocol: string, old: Binding, now: Binding, carrier: Carrier, comparison: Comparison): void {
  for (const name of new Set([...old.schemas.keys(), ...now.schemas.keys()])) {
    const [before, after] = [old.schemas.get(name), now.schemas.get(name)];
    const thing = `${protocol} ${name}`;
    const member = Object.hasOwn(ofMessages, thing) ? (ofMessages[thing] ?? header) : header;
    const [was, is] = [old.fields.get(name), now.fields.get(name)];
    const { subject, places, action } = carrier;
    // What only one side is concerned with, and a value where a schema was, have nothing to be contained in.
    if (member.travels === 'nowhere' || was !== undefined || is !== undefined) {
      if (comparison.schemas.same(before, after) && was === undefined && is === undefined) continue;
      const rule = ruleOf[effectOf(protocol, [name])];
      const what = `the ${protocol} binding: ${name} is described in another way`;
      comparison.report({ rule, subject, place: `bindings ${protocol} ${name}`, what, ...places });
      continue;
    }
    const acting = member.travels === 'input' ? 'receive' : action;
    const pair = { before, after, area: member.area, part: member.part, subject, thing, name: thing, at: places };
    const duty = eventDuty(acting, comparison.options.eventMode);
    compareSchemas({ ...pair, duty, direction: directionOf(acting) }, comparison);
  }
}
