import { layout } from './layout.ts';

/** Collects what a module imports and prints it as isort would. */
export class Imports {
  readonly #modules = new Set<string>();
  readonly #names = new Map<string, Set<string>>();

  /** `import datetime`, or `from uuid import UUID`. Relative modules start with a full stop. */
  add(module: string, ...names: readonly string[]): void {
    if (names.length === 0) this.#modules.add(module);
    const known = this.#names.get(module) ?? new Set();
    for (const name of names) known.add(name);
    if (known.size > 0) this.#names.set(module, known);
  }

  /** The sections with an empty line between; without a final line break. */
  print(): string {
    this.add('__future__', 'annotations');
    const sections = new Map<number, string[]>();
    const put = (module: string, line: string) => {
      const section = sectionOf(module);
      sections.set(section, [...(sections.get(section) ?? []), line]);
    };
    for (const module of [...this.#modules].sort()) put(module, `import ${module}\n`);
    for (const [module, names] of [...this.#names].sort(([a], [b]) => compareModules(a, b))) {
      put(module, printFrom(module, [...names].sort(compareNames)));
    }
    return [...sections]
      .sort(([a], [b]) => a - b)
      .map(([, lines]) => lines.join(''))
      .join('\n')
      .trimEnd();
  }
}

function printFrom(module: string, names: readonly string[]): string {
  const before = `from ${module} import `;
  const line = before + names.join(', ');
  if (line.length <= 120) return `${line}\n`;
  return `${layout({ open: `${before}(`, items: [...names], close: ')', comma: true }, 0)}\n`;
}

const thirdParty = new Set(['anyio', 'fastapi', 'httpx', 'pydantic', 'pydantic_core', 'typing_extensions']);

function sectionOf(module: string): number {
  if (module === '__future__') return 0;
  if (module.startsWith('.')) return 3;
  return thirdParty.has(module) ? 2 : 1;
}

function compareModules(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Constants, then classes, then the rest. */
function compareNames(a: string, b: string): number {
  const rank = (name: string) => (/^[A-Z0-9_]+$/.test(name) && name.length > 1 ? 0 : /^[A-Z]/.test(name) ? 1 : 2);
  return rank(a) - rank(b) || compareModules(a, b);
}
