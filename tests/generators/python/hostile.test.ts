import { beforeAll, expect, test } from 'vitest';
import { fastapiServer } from '../../../generators/fastapi-server/target.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import { pythonClient } from '../../../generators/python-client/target.ts';
import type { GeneratedFile } from '../../../generators/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileContract, hostileTexts } from './hostile-contract.ts';

let files: readonly GeneratedFile[];
let served: readonly GeneratedFile[];

beforeAll(() => {
  const contract = contractFrom(JSON.stringify(hostileContract()));
  files = pythonClient.generate(contract, { importExtension: '.js' }).files;
  served = fastapiServer.generate(contract, { importExtension: '.js' }).files;
});

test('the paths of the files are fixed, whatever the contract says', () => {
  expect([...files, ...served].every(({ path }) => isSafePath(path))).toBe(true);
  expect(files.map(({ path }) => path).filter((path) => !path.startsWith('runtime/'))).toEqual([
    ...['__init__.py', 'client.py', 'async_client.py', 'credentials.py', 'models.py', 'operations.py', 'results.py'],
    ...['service.py', 'py.typed', 'ruff.toml'],
  ]);
  expect(served.map(({ path }) => path).filter((path) => !path.startsWith('runtime/'))).toEqual([
    ...[
      '__init__.py',
      'handlers.py',
      'models.py',
      'operations.py',
      'responses.py',
      'routes.py',
      'py.typed',
      'ruff.toml',
    ],
  ]);
});

// What Python makes of the files is tested by `.ci/python`.
test('no text of the contract stands in the code as anything but a name, a string or a comment', () => {
  for (const { path, text } of [...files, ...served]) {
    if (path.startsWith('runtime/') || !path.endsWith('.py')) continue;
    const code = withoutTexts(text);
    expect(code.split('\n').filter((line) => !/^[\p{L}\p{Nd}\p{M}_ .,:=()[\]{}|@*>-]*$/u.test(line))).toEqual([]);
    expect(code.match(/__\w+__/g)?.filter((name) => !known.has(name)) ?? []).toEqual([]);
  }
});

const known = new Set([
  ...['__future__', '__init__', '__enter__', '__exit__', '__aenter__', '__aexit__', '__version__', '__all__'],
  '__pydantic_extra__',
]);

/** The code with its comments and strings taken out, as Python's tokenizer would find them. */
function withoutTexts(text: string): string {
  const token = /"""(?:[^\\]|\\[\s\S])*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g;
  return text.replaceAll(token, '');
}

test('every operation and every schema is there', () => {
  const methods = files.find(({ path }) => path === 'client.py')?.text.match(/^ {4}def (?!__|close\()/gm);
  expect(methods).toHaveLength(hostileTexts.length * 2);
  const classes = files.find(({ path }) => path === 'models.py')?.text.match(/^class /gm);
  expect(classes?.length).toBeGreaterThanOrEqual(hostileTexts.length);
});
