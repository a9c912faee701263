import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import type { Source } from '../source/source.ts';
import type { Resolution, Workspace } from '../source/workspace.ts';
import { PlaceMap } from './place-map.ts';

/** What the specification expects at a place; the names of the meta-schemas' definitions. */
export type FragmentKind =
  | 'schema'
  | 'parameter'
  | 'response'
  | 'requestBody'
  | 'header'
  | 'example'
  | 'link'
  | 'callback'
  | 'pathItem'
  | 'mediaType'
  | 'securityScheme'
  | 'server'
  | 'serverVariable'
  | 'channel'
  | 'operation'
  | 'message'
  | 'messageTrait'
  | 'operationTrait'
  | 'correlationId'
  | 'reply'
  | 'replyAddress'
  | 'tag'
  | 'externalDocs'
  | 'bindings';

/**
 * A value that only a reference made part of the contract, because it stands in another file or under an extension; its
 * structure is checked like the document's own.
 */
export interface Fragment {
  readonly node: Node;
  readonly kind: FragmentKind;
}

/** A place that references lead to, with the first that wants an object of this kind there. */
export interface Target extends Fragment {
  readonly from: Node;
}

/** References that lead to references: beyond this, following each of many costs more than any contract is worth. */
const longestChain = 100;

/** Follows the `$ref`s of one contract, reports each broken one once, and remembers what was used. */
export class References {
  readonly #workspace: Workspace;
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #broken = new Set<string>();
  readonly #targets = new PlaceMap<FragmentKind, Target>();
  readonly #uses = new Map<string, Set<string>>();
  readonly #resolutions = new Map<Source, Map<string, Resolution>>();
  readonly #withIds = new Map<Source, boolean>();
  readonly #entry: Node;

  constructor(entry: Node, workspace: Workspace, report: (diagnostic: Diagnostic) => void) {
    this.#entry = entry;
    this.#workspace = workspace;
    this.#report = report;
  }

  /** Every place that a reference leads to, once for each kind of object that is wanted there. */
  get targets(): readonly Target[] {
    return [...this.#targets.values];
  }

  get fragments(): readonly Fragment[] {
    return this.targets.filter(({ node }) => node.source !== this.#entry.source || isExtension(node));
  }

  /** The node itself, or what its `$ref` leads to, however many steps away. Undefined for a broken one. */
  follow(node: Node, kind: FragmentKind): Node | undefined {
    return this.followWhile(node, kind, '$ref', () => true);
  }

  /**
   * The same where a `$ref` may have siblings: the first step is taken for the reference under `keyword`, a further one
   * only from a target that `goesOn` calls nothing but another reference.
   */
  followWhile(node: Node, kind: FragmentKind, keyword: string, goesOn: (target: Node) => boolean): Node | undefined {
    const first = node.string(keyword);
    if (first === undefined) return node;
    let at = this.#step(node, keyword, first, kind);
    const passed = new Set([node.place]);
    while (at !== undefined) {
      const reference = at.string('$ref');
      if (reference === undefined || !goesOn(at)) return at;
      if (!this.#mayGoOn(at, reference, passed)) return undefined;
      passed.add(at.place);
      at = this.#step(at, '$ref', reference, kind);
    }
    return undefined;
  }

  /** What a reference text given outside a `$ref` points to: an `operationRef`, a discriminator's mapping. */
  target(reference: string, from: Node, kind: FragmentKind): Node | undefined {
    const resolution = this.#resolve(reference, from);
    if (!resolution.ok) {
      this.#reportOnce(from, resolution.rule, `The reference ${JSON.stringify(reference)} ${resolution.reason}.`);
      return undefined;
    }
    this.use(resolution.node, from, kind);
    return this.follow(resolution.node, kind);
  }

  /** True when the text resolves; reports nothing. */
  leadsSomewhere(reference: string, from: Node): boolean {
    return this.#resolve(reference, from).ok;
  }

  /** How many references, from outside the node itself, lead to it. */
  usesOf(node: Node): number {
    return this.#uses.get(node.place)?.size ?? 0;
  }

  /**
   * A text leads to one place from everywhere in a file, and common schemas are named hundreds of times. Only below an
   * `$id` a fragment may mean another place than elsewhere.
   */
  #resolve(reference: string, from: Node): Resolution {
    if (reference.startsWith('#') && this.#hasIds(from.source)) return this.#workspace.resolve(reference, from);
    const ofFile = this.#resolutions.get(from.source) ?? new Map<string, Resolution>();
    if (ofFile.size === 0) this.#resolutions.set(from.source, ofFile);
    const resolution = ofFile.get(reference) ?? this.#workspace.resolve(reference, from);
    ofFile.set(reference, resolution);
    return resolution;
  }

  /** False, with a finding, for a row of references that has no end, or none worth waiting for. */
  #mayGoOn(at: Node, reference: string, passed: ReadonlySet<string>): boolean {
    if (passed.has(at.place)) {
      const message = `The reference ${JSON.stringify(reference)} leads back to itself without ever reaching a value. Point it at one.`;
      this.#reportOnce(at.get('$ref') ?? at, 'ref-cycle', message);
      return false;
    }
    if (passed.size < longestChain) return true;
    const message = `The reference ${JSON.stringify(reference)} is number ${longestChain} in a row. Point the first of them at the value.`;
    this.#reportOnce(at.get('$ref') ?? at, 'source-limits', message);
    return false;
  }

  #hasIds(source: Source): boolean {
    const known = this.#withIds.get(source) ?? source.text.includes('$id');
    this.#withIds.set(source, known);
    return known;
  }

  #step(from: Node, key: string, reference: string, kind: FragmentKind): Node | undefined {
    const resolution = this.#resolve(reference, from);
    if (!resolution.ok) {
      this.#reportOnce(
        from.get(key) ?? from,
        resolution.rule,
        `The reference ${JSON.stringify(reference)} ${resolution.reason}.`,
      );
      return undefined;
    }
    this.use(resolution.node, from, kind);
    return resolution.node;
  }

  /** Remembers that `from` leads to `target` by some other means than a reference text: a name, for instance. */
  use(target: Node, from: Node, kind: FragmentKind): void {
    if (!this.#targets.has(kind, target)) this.#targets.set(kind, target, { node: target, kind, from });
    if (from.place === target.place || from.place.startsWith(`${target.place}/`)) return;
    const uses = this.#uses.get(target.place);
    if (uses === undefined) this.#uses.set(target.place, new Set([from.place]));
    else uses.add(from.place);
  }

  #reportOnce(at: Node, rule: string, message: string): void {
    if (this.#broken.has(at.place)) return;
    this.#broken.add(at.place);
    // What stands behind a URL that was not read may well be right: not a fault, but not checked either.
    this.#report({ rule, severity: rule === 'ref-remote' ? 'warning' : 'error', message, location: at.location() });
  }
}

/** True below an `x-…` member, which a meta-schema does not look into. */
function isExtension({ pointer }: Node): boolean {
  return pointer.includes('/x-');
}
