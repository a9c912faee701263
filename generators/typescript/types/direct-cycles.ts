import type { Schema, SchemaName } from '../../../core/contract/schema.ts';

/** References by which a declaration would contain itself with no object or array between, and which are therefore cut. */
export class DirectCycles {
  readonly #cuts = new Set<string>();

  constructor(schemas: ReadonlyMap<SchemaName, Schema>) {
    const edges = new Map([...schemas].map(([name, schema]) => [name, directReferences(schema)]));
    for (let circle = this.#find(edges); circle !== undefined; circle = this.#find(edges)) {
      // Leaving a part of an `allOf` out still leaves a useful type; a union is only cut when there is no other way.
      const cut = circle.find(({ required }) => required) ?? circle.at(-1);
      if (cut !== undefined) this.#cuts.add(key(cut.from, cut.to));
    }
  }

  isCut(from: SchemaName, to: SchemaName): boolean {
    return this.#cuts.has(key(from, to));
  }

  #find(edges: ReadonlyMap<SchemaName, readonly Edge[]>): readonly Step[] | undefined {
    const done = new Set<SchemaName>();
    const path: Step[] = [];
    const visit = (name: SchemaName): readonly Step[] | undefined => {
      done.add(name);
      for (const edge of edges.get(name) ?? []) {
        if (this.isCut(name, edge.to)) continue;
        path.push({ from: name, ...edge });
        const start = path.findIndex(({ from }) => from === edge.to);
        if (start >= 0) return path.slice(start);
        const circle = done.has(edge.to) ? undefined : visit(edge.to);
        if (circle !== undefined) return circle;
        path.pop();
      }
      return undefined;
    };
    for (const name of edges.keys()) {
      if (done.has(name)) continue;
      const circle = visit(name);
      if (circle !== undefined) return circle;
    }
    return undefined;
  }
}

interface Edge {
  readonly to: SchemaName;
  /** Through `$ref` or `allOf` rather than one branch of several. */
  readonly required: boolean;
}

interface Step extends Edge {
  readonly from: SchemaName;
}

function directReferences(schema: Schema, required = true): Edge[] {
  return [
    ...(schema.ref === undefined ? [] : [{ to: schema.ref, required }]),
    ...(schema.allOf ?? []).flatMap((part) => directReferences(part, required)),
    ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((branch) => directReferences(branch, false)),
  ];
}

function key(from: SchemaName, to: SchemaName): string {
  return JSON.stringify([from, to]);
}
