import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import type { GeneratedFile } from '../../../generators/target.ts';

export interface Report {
  /** Of the first file that does not parse or run. */
  readonly error: string | undefined;
  /** Whether a text of the document ran, or left a mark on every object. */
  readonly alarmed: boolean;
}

/**
 * Parses and runs generated TypeScript in a realm of its own: every module, and every function that a module exports. What
 * they import from elsewhere, the handwritten runtime included, is a stand-in that answers to anything, so all that runs is
 * text that was generated.
 */
export function runInSandbox(files: readonly GeneratedFile[]): Report {
  const generated = files.filter(({ path }) => !path.includes('runtime/') && path.endsWith('.ts'));
  const realm = createContext({ alarms: [] });
  runInContext(prelude, realm);
  try {
    const modules = Object.fromEntries(generated.map(({ path, text }) => [path.replace(/\.ts$/, ''), toScript(text)]));
    runInContext(`run(${JSON.stringify(modules)})`, realm);
    return { error: undefined, alarmed: isAlarmed(realm) };
  } catch (error) {
    return { error: String(error), alarmed: isAlarmed(realm) };
  }
}

/** One text in another place leaves most files as they were. */
const scripts = new Map<string, string>();

function toScript(text: string): string {
  const known = scripts.get(text);
  if (known !== undefined) return known;
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'es2023', logLevel: 'silent' });
  scripts.set(text, code);
  return code;
}

function isAlarmed(realm: object): boolean {
  return runInContext('alarms.length > 0 || Object.keys(Object.prototype).length > 0', realm) === true;
}

const prelude = `
  globalThis.canary = () => alarms.push('canary');
  Object.defineProperty(canary, 'toString', { value: canary });
  const anything = new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => 'anything' : name === 'then' ? undefined : anything),
    has: () => true,
    apply: () => anything,
    construct: () => anything,
  });
  function run(texts) {
    const loaded = {};
    const load = (name) => {
      if (!Object.hasOwn(texts, name)) return anything;
      if (Object.hasOwn(loaded, name)) return loaded[name].exports;
      const module = (loaded[name] = { exports: {} });
      const wanted = (from) => load(from.replace(/^\\.\\//, '').replace(/\\.[jt]s$/, ''));
      new Function('module', 'exports', 'require', texts[name])(module, module.exports, wanted);
      return module.exports;
    };
    for (const name of Object.keys(texts)) {
      for (const value of Object.values(load(name))) if (typeof value === 'function') value(anything, anything, anything);
    }
  }
`;
