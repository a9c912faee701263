import type { MediaType } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import { comment } from '../typescript/comment.ts';
import { literalType } from '../typescript/literal.ts';
import { type NameScope, typeName } from '../typescript/names.ts';
import { flatType } from '../typescript/types/flat-type.ts';
import {
  collectNames,
  layoutMembers,
  layoutType,
  named,
  placeOfAlias,
  type TypeContext,
  type TypeNode,
  typeOf,
  union,
  unknownType,
  word,
} from '../typescript/types/index.ts';
import { unsupported } from '../unsupported.ts';
import type { EventKind } from './event-kinds.ts';
import { eventKindsOf, itemSchemaOf, type Sequence } from './sequences.ts';

/** The types of what an operation hands out one by one. Those that are no short name are declared beside it. */
export class ItemTypes {
  readonly #call: string;
  readonly #scope: NameScope;
  readonly #declarations: string[] = [];
  /** A response that stands for several statuses declares its items once. */
  readonly #known = new Map<MediaType, TypeNode>();

  constructor(call: string, scope: NameScope) {
    this.#call = call;
    this.#scope = scope;
  }

  /** Each ends with a line break. */
  get declarations(): readonly string[] {
    return this.#declarations;
  }

  /** What a sequence in a response is handed out as. */
  received(media: MediaType, sequence: Sequence, context: TypeContext): TypeNode {
    const known = this.#known.get(media);
    if (known !== undefined) return known;
    const item = sequence === 'events' ? this.#event(media, { ...context, onWire: true }) : this.#item(media, context);
    const type = generic('AsyncIterable', item);
    this.#known.set(media, type);
    return type;
  }

  /** What a sequence in a request is given as. */
  sent(media: MediaType, context: TypeContext): TypeNode {
    return generic('SequenceBody', this.#item(media, context), ['SequenceBody']);
  }

  /** A type that fits into angle brackets: itself where it is short, else a declared name. */
  short(type: TypeNode, ending: string, what: string): TypeNode {
    const flat = flatType(type);
    return flat !== undefined && flat.length <= shortest ? type : this.#declare(ending, what, type);
  }

  #item(media: MediaType, context: TypeContext): TypeNode {
    const schema = itemSchemaOf(media, context.schemas);
    return schema === undefined ? unknownType : this.short(typeOf(schema, context), 'Item', 'An item');
  }

  #event(media: MediaType, context: TypeContext): TypeNode {
    const { kinds, undecided } = eventKindsOf(media, context.schemas);
    if (undecided) {
      const message = `Whether the data of an event of ${media.name} is JSON does not follow from its name, so it is handed out as text. Give each kind of event a name of its own.`;
      context.report(unsupported('event-data', media.location, message));
    }
    const event = union(kinds.map((kind) => this.#kind(kind, context)));
    return kinds.length === 1 ? event : this.#declare('Event', 'An event', event);
  }

  #kind({ names, data }: EventKind, context: TypeContext): TypeNode {
    const ending = `${names?.length === 1 ? typeName(names[0] ?? '') : ''}Data`;
    const about = names?.length === 1 ? 'The data of one kind of event' : 'The data of an event';
    const type =
      data.kind === 'json' ? this.short(jsonType(data.schema, context), ending, about) : textType(data.values);
    const shown = names?.map(literalType).join(' | ');
    if (shown !== undefined) return generic('ServerSentEvent', type, ['ServerSentEvent'], `, ${shown}`);
    const isPlain = type.kind === 'word' && type.text === 'string';
    return isPlain ? named('ServerSentEvent') : generic('ServerSentEvent', type, ['ServerSentEvent']);
  }

  #declare(ending: string, what: string, type: TypeNode): TypeNode {
    const name = this.#scope.unique(`${typeName(this.#call)}${ending}`);
    const about = comment(`${what} of \`${this.#call}\`.`);
    this.#declarations.push(`${about}${declaration(name, type)}`);
    const names = new Set<string>();
    collectNames(type, names);
    // The name stands in the same file, what it is made of comes from elsewhere.
    return named(name, [...names]);
  }
}

/** Longer types do not read well in angle brackets. */
const shortest = 48;

/** `Wrapper<Argument>` for an argument on one line. */
function generic(wrapper: string, argument: TypeNode, more: readonly string[] = [], rest = ''): TypeNode {
  const names = new Set<string>(more);
  collectNames(argument, names);
  return named(`${wrapper}<${flatType(argument) ?? 'unknown'}${rest}>`, [...names]);
}

export function declaration(name: string, type: TypeNode): string {
  if (type.kind === 'object' && type.members.length > 0) {
    return `export interface ${name} {\n${layoutMembers(type.members, type.index)}}\n`;
  }
  const text = layoutType(type, placeOfAlias(name));
  return `export type ${name} =${text.startsWith('\n') ? '' : ' '}${text};\n`;
}

function jsonType(schema: Schema | undefined, context: TypeContext): TypeNode {
  return schema === undefined ? unknownType : typeOf(schema, context);
}

function textType(values: readonly string[] | undefined): TypeNode {
  return values === undefined ? word('string') : union([...new Set(values)].map((value) => word(literalType(value))));
}
