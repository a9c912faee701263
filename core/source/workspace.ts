import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Anchors } from './anchors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Node } from './node.ts';
import { parseSource } from './parse.ts';
import { parsePointer } from './pointer.ts';
import { locateReference } from './reference.ts';
import type { Source } from './source.ts';

/** Reads text files for a workspace; the only way from core to the world. Paths are relative to the root. */
export interface FileReader {
  /** The text, or why there is none. Must refuse whatever lies outside the root, links included. */
  read(path: string): { readonly text: string } | Refusal;
}

export interface Refusal {
  /** Completes the sentence "the reference … ". */
  readonly refusal: string;
  /** True where the file may not be read, because it lies outside the root, rather than cannot. */
  readonly outside?: boolean;
}

export interface WorkspaceOptions {
  readonly files: FileReader;
  /** Texts of URLs that were allowed and fetched beforehand. */
  readonly fetched?: ReadonlyMap<string, string>;
  /** True for a URL that may be fetched; such references are listed in `wanted` when their text is not there yet. */
  readonly mayFetch?: (url: string) => boolean;
  /** Why URLs that were wanted could not be had, as `FileReader` words its refusals. */
  readonly refusals?: ReadonlyMap<string, string>;
  readonly limits?: Limits;
}

/** One attempt to read: `text` is undefined when it was refused. */
export interface Read {
  readonly path: string;
  readonly text: string | undefined;
}

export type Resolution =
  | { readonly ok: true; readonly node: Node }
  /** `reason` completes the sentence "the reference … ". */
  | { readonly ok: false; readonly rule: 'ref-resolves' | 'ref-allowed' | 'ref-remote'; readonly reason: string };

/**
 * The files of one project and the references between them. Everything is read at most once, on demand, and nothing
 * outside the root or the allowed URLs is ever read: a reference there is an answer with a reason.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #limits: Limits;
  readonly #roots = new Map<string, Node | Refusal>();
  readonly #anchors = new Map<Source, Anchors>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #reads: Read[] = [];
  /** URLs that contracts refer to, may be fetched, and have not been yet. */
  readonly wanted = new Set<string>();

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
  }

  /** What was wrong with the texts read so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Everything that was asked for, also in vain: what a result depends on. */
  get reads(): readonly Read[] {
    return this.#reads;
  }

  /** Every file and URL read so far, in the order of reading. */
  get sources(): readonly Source[] {
    return [...this.#roots.values()].filter((root) => root instanceof Node).map((root) => root.source);
  }

  /** The root of the file at `path`, relative to the project root. */
  open(path: string): Node | Refusal {
    return this.#load(path, () => this.#options.files.read(path));
  }

  /** Adds a text that stands nowhere on disk: standard input, a git revision, a test. */
  add(path: string, text: string): Node | Refusal {
    return this.#load(path, () => ({ text }));
  }

  /** The text at `path`, which need not be a contract; undefined where none can be read. */
  text(path: string): string | undefined {
    const read = this.#options.files.read(path);
    const text = 'text' in read ? read.text : undefined;
    this.#reads.push({ path, text });
    return text;
  }

  /** What the reference text `reference`, standing in `from`'s source, points to. One step: the target may be a `$ref` again. */
  resolve(reference: string, from: Node): Resolution {
    const target = locateReference(reference, from.source.path);
    if (target.kind === 'refused') return { ok: false, rule: 'ref-allowed', reason: target.reason };
    if (target.path === from.source.path) return this.#near(from, target.fragment);
    const embedded = this.#anchorsOf(from.source).byId(target.path);
    if (embedded !== undefined) return this.#inside(embedded, target.fragment);
    const root = target.kind === 'file' ? this.open(target.path) : this.#openUrl(target.path);
    if ('refusal' in root) {
      const unread = target.kind === 'file' ? 'ref-resolves' : 'ref-remote';
      return { ok: false, rule: root.outside === true ? 'ref-allowed' : unread, reason: root.refusal };
    }
    return this.#inside(root, target.fragment);
  }

  /**
   * A fragment alone is looked up in the schema resource that it stands in: from the nearest `$id` above (JSON Schema
   * 2020-12, 8.2.1). Documents that mean their root all the same are common, so that is tried next.
   */
  #near(from: Node, fragment: string): Resolution {
    const root = this.#rootOf(from);
    let at = from.parent;
    while (at !== undefined && !isResource(at)) at = at.parent;
    const resource = at === undefined ? undefined : this.#inside(at, fragment);
    return resource?.ok === true ? resource : this.#inside(root, fragment);
  }

  #inside(root: Node, fragment: string): Resolution {
    const tokens = parsePointer(fragment);
    if (tokens === undefined) {
      const anchored = this.#anchorsOf(root.source).byName(fragment);
      if (anchored !== undefined) return { ok: true, node: anchored };
      return {
        ok: false,
        rule: 'ref-resolves',
        reason: `names the anchor "${fragment}", which ${root.source.path} does not have`,
      };
    }
    let node = root;
    for (const token of tokens) {
      const next = node.get(token) ?? this.#through(node)?.get(token);
      if (next === undefined) {
        const reason = `points to "${token}", which does not exist under ${root.source.path}#${node.pointer}`;
        return { ok: false, rule: 'ref-resolves', reason };
      }
      node = next;
    }
    return { ok: true, node };
  }

  /** A pointer may lead through a `$ref`: tools accept it, so it resolves here too. */
  #through(node: Node, steps = 0): Node | undefined {
    const reference = node.string('$ref');
    if (reference === undefined || steps > 20) return undefined;
    const target = locateReference(reference, node.source.path);
    if (target.kind !== 'file' || target.path !== node.source.path) return undefined;
    const tokens = parsePointer(target.fragment);
    let at: Node | undefined = this.#rootOf(node);
    for (const token of tokens ?? []) at = at?.get(token);
    return at === undefined ? undefined : (this.#through(at, steps + 1) ?? at);
  }

  #openUrl(url: string): Node | Refusal {
    const text = this.#options.fetched?.get(url);
    if (text !== undefined) return this.#load(url, () => ({ text }));
    const refusal = this.#options.refusals?.get(url);
    if (refusal !== undefined) return { refusal };
    if (this.#options.mayFetch?.(url) === true) {
      this.wanted.add(url);
      return { refusal: `points to ${url}, which could not be fetched` };
    }
    return {
      refusal: `points to ${url}; URLs are read only when the configuration allows them. Add it to "allowUrls" or copy the file into the project`,
    };
  }

  #load(path: string, read: () => { readonly text: string } | Refusal): Node | Refusal {
    const known = this.#roots.get(path);
    if (known !== undefined) return known;
    const loaded =
      this.#roots.size < this.#limits.files
        ? read()
        : { refusal: `is file ${this.#limits.files + 1}; the limit is ${this.#limits.files}` };
    this.#reads.push({ path, text: 'text' in loaded ? loaded.text : undefined });
    if ('refusal' in loaded) {
      this.#roots.set(path, loaded);
      return loaded;
    }
    const parsed = parseSource(path, loaded.text, this.#limits);
    this.#diagnostics.push(...parsed.diagnostics);
    const root = Node.root(parsed.source);
    this.#roots.set(path, root);
    return root;
  }

  #rootOf(node: Node): Node {
    const known = this.#roots.get(node.source.path);
    return known instanceof Node ? known : Node.root(node.source);
  }

  #anchorsOf(source: Source): Anchors {
    let anchors = this.#anchors.get(source);
    if (anchors === undefined) {
      anchors = new Anchors(Node.root(source));
      this.#anchors.set(source, anchors);
    }
    return anchors;
  }
}

/** True for a schema with an `$id` of its own, which is more than the anchor that drafts 6 and 7 wrote so. */
function isResource(node: Node): boolean {
  return node.string('$id')?.startsWith('#') === false;
}
