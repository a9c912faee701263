import { posix } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import type { GeneratedFile } from '../../../generators/target.ts';

export interface Report {
  /** Why the first file that does not parse does not. */
  readonly syntaxError: string | undefined;
  /** What the first module or function that throws throws. */
  readonly runtimeError: string | undefined;
  /** Whether a text of the document ran, or left a mark on every object. */
  readonly alarmed: boolean;
}

/**
 * Parses and runs generated TypeScript in a realm of its own: every module, and every function, class and method that a module
 * exports. What they import from elsewhere, the handwritten runtime included, is a stand-in that answers to anything, so
 * all that runs is text that was generated.
 */
export function runInSandbox(files: readonly GeneratedFile[]): Report {
  const generated = files.filter(({ path }) => !path.includes('runtime/') && path.endsWith('.ts'));
  const modules: Record<string, string> = {};
  let syntaxError: string | undefined;
  for (const { path, text } of generated) {
    const script = toScript(text);
    if ('error' in script) syntaxError ??= `${path}: ${script.error}`;
    else modules[posix.normalize(path).replace(/\.ts$/, '')] = script.code;
  }
  // What is left for later runs within the same evaluation, so that an endless loop in it ends in time, too.
  const realm = createContext({ alarms: [], faults: [] }, { microtaskMode: 'afterEvaluate' });
  let runtimeError: string | undefined;
  try {
    runInContext(prelude, realm);
    runInContext(`run(${JSON.stringify(modules)})`, realm, { timeout: 10_000 });
  } catch (error) {
    runtimeError = String(error);
  }
  const [fault, alarmed] = runInContext(verdict, realm);
  return { syntaxError, runtimeError: fault ?? runtimeError, alarmed };
}

type Script = { readonly code: string } | { readonly error: string };

/** One text in another place leaves most files as they were. */
const scripts = new Map<string, Script>();

function toScript(text: string): Script {
  const script = scripts.get(text) ?? transformed(text);
  scripts.set(text, script);
  return script;
}

function transformed(text: string): Script {
  try {
    return transformSync(text, { loader: 'ts', format: 'cjs', target: 'es2023', logLevel: 'silent' });
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

const verdict = '[faults[0], alarms.length > 0 || Object.keys(Object.prototype).length > 0]';

const prelude = `
  globalThis.canary = () => alarms.push('canary');
  Object.defineProperty(canary, 'toString', { value: canary });
  const get = (_, name) => (name === Symbol.toPrimitive ? () => 'anything' : name === 'then' ? undefined : anything);
  // A namespace import is an object that inherits from the module.
  const inherited = new Proxy({}, { get, has: () => true, getPrototypeOf: () => null });
  const anything = new Proxy(function () {}, {
    get,
    has: () => true,
    apply: () => anything,
    construct: () => anything,
    getPrototypeOf: () => inherited,
  });
  for (const name of ['AbortController', 'AbortSignal', 'Blob', 'File', 'FormData', 'Headers', 'ReadableStream', 'Request',
    'Response', 'TextDecoder', 'TextDecoderStream', 'TextEncoder', 'TransformStream', 'URL', 'URLSearchParams', 'console',
    'crypto', 'fetch', 'process', 'setTimeout']) globalThis[name] = anything;
  const attempt = (action) => {
    try {
      return action();
    } catch (error) {
      faults.push(String(error));
    }
  };
  const seen = new Set();
  /** Calls whatever can be called, three levels deep. */
  function touch(value, owner, depth) {
    if (value === anything || depth > 3 || (typeof value !== 'function' && typeof value !== 'object') || value === null) return;
    if (seen.has(value)) return;
    seen.add(value);
    const isClass = typeof value === 'function' && Function.prototype.toString.call(value).startsWith('class');
    const result = typeof value !== 'function' ? undefined : attempt(() =>
      isClass ? new value(anything, anything, anything) : value.call(owner, anything, anything, anything));
    if (result instanceof Promise) result.catch((error) => faults.push(String(error)));
    if (isClass && result !== undefined) {
      for (const name of Object.getOwnPropertyNames(value.prototype)) {
        if (name !== 'constructor') touch(attempt(() => result[name]), result, depth + 1);
      }
    }
    if (isClass) touch(result, undefined, depth + 1);
    for (const name of Object.getOwnPropertyNames(value)) {
      if (!['prototype', 'caller', 'arguments'].includes(name)) touch(attempt(() => value[name]), value, depth + 1);
    }
  }
  function run(texts) {
    const loaded = {};
    const named = (path) => [path, path.replace(/\\.[jt]s$/, ''), path + '/index'].find((name) => Object.hasOwn(texts, name));
    const join = (folder, from) => {
      const steps = folder === '' ? [] : folder.split('/');
      for (const step of from.split('/')) {
        if (step === '..') steps.pop();
        else if (step !== '.') steps.push(step);
      }
      return steps.join('/');
    };
    const load = (name) => {
      if (Object.hasOwn(loaded, name)) return loaded[name].exports;
      const module = (loaded[name] = { exports: {} });
      const wanted = (from) => {
        const own = from.startsWith('.') ? named(join(name.split('/').slice(0, -1).join('/'), from)) : undefined;
        return own === undefined ? anything : load(own);
      };
      attempt(() => new Function('module', 'exports', 'require', texts[name])(module, module.exports, wanted));
      return module.exports;
    };
    for (const name of Object.keys(texts)) for (const value of Object.values(load(name))) touch(value, undefined, 0);
  }
`;
