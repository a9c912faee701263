import type { HttpOperation, MediaType, Response } from '../../core/contract/model.ts';
import { parsePointer } from '../../core/source/pointer.ts';
import { comment } from '../typescript/comment.ts';
import { type NameScope, typeName } from '../typescript/names.ts';
import { flatType } from '../typescript/types/flat-type.ts';
import { named, type TypeNode } from '../typescript/types/index.ts';
import { declaration } from './item-types.ts';

/**
 * Bodies that a response of the components describes in place: they have no name of their own, yet many operations give
 * them, so they are declared once under the name of the response.
 */
export class SharedBodies {
  readonly #scope: NameScope;
  readonly #uses = new Map<string, number>();
  readonly #known = new Map<MediaType, TypeNode>();
  readonly #declared: { readonly text: string; readonly type: TypeNode }[] = [];

  constructor(operations: readonly HttpOperation[], scope: NameScope) {
    this.#scope = scope;
    for (const response of operations.flatMap((operation) => operation.responses)) {
      const place = placeOf(response);
      this.#uses.set(place, (this.#uses.get(place) ?? 0) + 1);
    }
  }

  /** Each ends with a line break. */
  get declarations(): readonly string[] {
    return this.#declared.map(({ text }) => text);
  }

  /** What the declarations are made of. */
  get types(): readonly TypeNode[] {
    return this.#declared.map(({ type }) => type);
  }

  /** `type`, or the name under which it is declared. */
  nameFor(response: Response, media: MediaType, type: TypeNode): TypeNode {
    const known = this.#known.get(media);
    if (known !== undefined) return known;
    const component = componentOf(response);
    const often = (this.#uses.get(placeOf(response)) ?? 0) > 1;
    const short = type.kind === 'word' || (flatType(type)?.length ?? shortest) < shortest;
    if (component === undefined || !often || short) return type;
    const name = this.#scope.unique(`${typeName(component)}Body`);
    const about = comment(response.description);
    this.#declared.push({ text: `${about}${declaration(name, type)}`, type });
    const reference = named(name, []);
    this.#known.set(media, reference);
    return reference;
  }
}

/** What is shorter reads better where it stands. */
const shortest = 48;

/** The name of a response of the components. */
function componentOf({ location }: Response): string | undefined {
  const [parent, kind, name, ...deeper] = parsePointer(location.pointer) ?? [];
  return parent === 'components' && kind === 'responses' && deeper.length === 0 ? name : undefined;
}

function placeOf({ location }: Response): string {
  return `${location.source.path}#${location.pointer}`;
}
