import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../core/diagnostics/usage-error.ts';
import { isSafePath } from '../../../generators/output/paths.ts';
import { checkOutput, manifestName, type OutputRequest, planOutput, writeOutput } from '../../../generators/output.ts';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'ai2text-output-'));
  folder = join(parent, 'generated');
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function request(files: Readonly<Record<string, string>>, target = 'client'): OutputRequest {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return { folder, target, toolVersion: '1.2.3', files: list };
}

function tree(at = folder): string[] {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .sort();
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('writing', () => {
  test('makes the files, their folders and a manifest, and nothing else', () => {
    writeOutput(request({ 'a.ts': 'a\n', 'runtime/b.ts': 'b\n' }));
    expect(tree()).toEqual([manifestName, 'a.ts', 'runtime/b.ts']);
    expect(JSON.parse(read(manifestName))).toEqual({
      tool: 'ai2text-contracts',
      version: '1.2.3',
      targets: {
        client: {
          'a.ts': '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7',
          'runtime/b.ts': '0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f',
        },
      },
    });
  });

  test('replaces what it made, and removes what it no longer makes together with folders that become empty', () => {
    writeOutput(request({ 'a.ts': 'a\n', 'runtime/b.ts': 'b\n' }));
    const plan = writeOutput(request({ 'a.ts': 'new\n' }));
    expect(tree()).toEqual([manifestName, 'a.ts']);
    expect(existsSync(join(folder, 'runtime'))).toBe(false);
    expect(read('a.ts')).toBe('new\n');
    expect(plan).toMatchObject({ create: [], update: [{ path: 'a.ts' }], remove: ['runtime/b.ts'], edited: [] });
  });

  test('touches nothing when nothing changed', () => {
    writeOutput(request({ 'a.ts': 'a\n' }));
    const manifest = read(manifestName);
    expect(writeOutput({ ...request({ 'a.ts': 'a\n' }), toolVersion: '9.9.9' })).toMatchObject({
      manifestChanged: false,
    });
    expect(read(manifestName)).toBe(manifest);
  });

  test('refuses to overwrite an edited file and names it; --force overwrites', () => {
    writeOutput(request({ 'a.ts': 'a\n', 'b.ts': 'b\n' }));
    writeFileSync(join(folder, 'a.ts'), 'mine\n');
    expect(() => writeOutput(request({ 'a.ts': 'new\n', 'b.ts': 'new\n' }))).toThrow(
      `This file was not written by the generator as it stands now:\n  ${join(folder, 'a.ts')}\nMove the changes into the contract or into your own code and restore the generated text, or pass --force to lose them.`,
    );
    expect([read('a.ts'), read('b.ts')]).toEqual(['mine\n', 'b\n']);
    writeOutput(request({ 'a.ts': 'new\n', 'b.ts': 'new\n' }), { force: true });
    expect([read('a.ts'), read('b.ts')]).toEqual(['new\n', 'new\n']);
  });

  test('refuses to remove an edited file that it no longer makes', () => {
    writeOutput(request({ 'a.ts': 'a\n', 'b.ts': 'b\n' }));
    writeFileSync(join(folder, 'b.ts'), 'mine\n');
    expect(() => writeOutput(request({ 'a.ts': 'a\n' }))).toThrow(/b\.ts/);
    writeOutput(request({ 'a.ts': 'a\n' }), { force: true });
    expect(tree()).toEqual([manifestName, 'a.ts']);
  });

  test('refuses to overwrite a file that it never made, and leaves other files alone', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.ts'), 'somebody else\n');
    writeFileSync(join(folder, 'notes.md'), 'notes\n');
    expect(() => writeOutput(request({ 'a.ts': 'a\n' }))).toThrow(/a\.ts/);
    writeOutput(request({ 'b.ts': 'b\n' }));
    expect(tree()).toEqual([manifestName, 'a.ts', 'b.ts', 'notes.md']);
  });

  test('a file that version control checked out with other line ends is not edited', () => {
    writeOutput(request({ 'a.ts': 'a\nb\n' }));
    writeFileSync(join(folder, 'a.ts'), 'a\r\nb\r\n');
    expect(checkOutput(request({ 'a.ts': 'a\nb\n' }))).toEqual([]);
  });
});

describe('an interrupted run', () => {
  test('leaves a folder that the next one removes, unless it may still be at work', () => {
    mkdirSync(join(folder, '.ai2text-tmp-old'), { recursive: true });
    writeFileSync(join(folder, '.ai2text-tmp-old/0'), 'half');
    utimesSync(join(folder, '.ai2text-tmp-old'), new Date(), new Date(Date.now() - 120_000));
    mkdirSync(join(folder, '.ai2text-tmp-new'));
    writeOutput(request({ 'a.ts': 'a\n' }));
    expect(readdirSync(folder).sort()).toEqual([manifestName, '.ai2text-tmp-new', 'a.ts'].sort());
  });

  test('that had not come to the manifest is finished by the next one', () => {
    writeOutput(request({ 'a.ts': 'a\n', 'b.ts': 'b\n' }));
    writeFileSync(join(folder, 'a.ts'), 'A\n');
    writeOutput(request({ 'a.ts': 'A\n', 'b.ts': 'B\n' }));
    expect(checkOutput(request({ 'a.ts': 'A\n', 'b.ts': 'B\n' }))).toEqual([]);
  });
});

describe('an output folder that is none', () => {
  test('a file', () => {
    writeFileSync(folder, '');
    expect(() => writeOutput(request({ 'a.ts': 'a\n' }))).toThrow(`${folder} is a file. Name a folder`);
  });

  test('a link to nowhere', () => {
    symlinkSync(join(parent, 'nowhere'), folder);
    expect(() => writeOutput(request({ 'a.ts': 'a\n' }))).toThrow(`${folder} is a symbolic link to nowhere.`);
  });

  test('below a file: what the system says is no fault of the generator', () => {
    writeFileSync(join(parent, 'file'), '');
    const below = { ...request({ 'a.ts': 'a\n' }), folder: join(parent, 'file/generated') };
    expect(() => writeOutput(below)).toThrow(UsageError);
  });

  test('a name that is too long for the system', () => {
    const long = { ...request({ 'a.ts': 'a\n' }), folder: join(parent, 'x'.repeat(300)) };
    expect(() => writeOutput(long)).toThrow(UsageError);
  });
});

describe('several targets in one folder', () => {
  test('keep each other’s files, and may share one that is the same', () => {
    writeOutput(request({ 'types.ts': 't\n', 'client.ts': 'c\n' }, 'client'));
    writeOutput(request({ 'types.ts': 't\n', 'routes.ts': 'r\n' }, 'server'));
    writeOutput(request({ 'routes.ts': 'r\n' }, 'server'));
    expect(tree()).toEqual([manifestName, 'client.ts', 'routes.ts', 'types.ts']);
  });

  test('that want different texts under one name are refused', () => {
    writeOutput(request({ 'types.ts': 't\n' }, 'client'));
    expect(() => writeOutput(request({ 'types.ts': 'other\n' }, 'server'))).toThrow(/belongs to the target "client"/);
  });
});

describe('checking', () => {
  test('reports missing, stale, edited and extra files, and writes nothing', () => {
    writeOutput(
      request({ 'edited.ts': '1\n', 'extra.ts': '1\n', 'missing.ts': '1\n', 'same.ts': '1\n', 'stale.ts': '1\n' }),
    );
    rmSync(join(folder, 'missing.ts'));
    writeFileSync(join(folder, 'edited.ts'), 'mine\n');
    const before = tree();
    const now = request({ 'edited.ts': '1\n', 'missing.ts': '1\n', 'same.ts': '1\n', 'stale.ts': '2\n' });
    expect(checkOutput(now)).toEqual([
      { path: 'edited.ts', kind: 'edited' },
      { path: 'extra.ts', kind: 'extra' },
      { path: 'missing.ts', kind: 'missing' },
      { path: 'stale.ts', kind: 'stale' },
    ]);
    expect(tree()).toEqual(before);
  });

  test('a folder that does not exist lacks everything', () => {
    expect(checkOutput(request({ 'a.ts': 'a\n' }))).toEqual([{ path: 'a.ts', kind: 'missing' }]);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('nothing is written outside the folder', () => {
  const unsafe = [
    ...['../a.ts', 'a/../../b.ts', '/etc/passwd', 'C:\\a.ts', 'a\\..\\b.ts', './a.ts', 'a//b.ts', '', '.', '..', 'a/'],
    ...['.hidden', 'a\0.ts', 'a\n.ts', 'con.ts', 'NUL', 'a/aux.ts', 'a.', manifestName, 'x'.repeat(300), 'ä.ts', 'a:b'],
  ];

  test.each(unsafe)('%j is no path for a generated file', (path) => {
    expect(isSafePath(path)).toBe(false);
    expect(() => planOutput(request({ [path]: 'x' }))).toThrow(/unsafe path/);
  });

  test('two paths that some file systems cannot tell apart are refused', () => {
    expect(() => planOutput(request({ 'a.ts': '1', 'A.ts': '2' }))).toThrow(/twice/);
  });

  test('a symbolic link inside the folder is not followed', () => {
    const elsewhere = join(parent, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(folder);
    symlinkSync(elsewhere, join(folder, 'runtime'));
    expect(() => writeOutput(request({ 'runtime/a.ts': 'a' }), { force: true })).toThrow(/symbolic link/);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('a file that is a link is replaced, not written through', () => {
    mkdirSync(folder);
    writeFileSync(join(parent, 'victim'), 'precious');
    symlinkSync(join(parent, 'victim'), join(folder, 'a.ts'));
    expect(() => writeOutput(request({ 'a.ts': 'a' }))).toThrow(/a\.ts/);
    writeOutput(request({ 'a.ts': 'a' }), { force: true });
    expect(readFileSync(join(parent, 'victim'), 'utf8')).toBe('precious');
    expect(read('a.ts')).toBe('a');
  });

  test('a manifest that was tampered with cannot make --force remove a folder with what it holds', () => {
    writeOutput(request({ 'a.ts': 'a\n', src: 'b\n' }));
    rmSync(join(folder, 'src'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/mine.ts'), 'mine');
    expect(() => writeOutput(request({ 'a.ts': 'a\n' }), { force: true })).toThrow(UsageError);
    expect(read('src/mine.ts')).toBe('mine');
  });

  test('a manifest that was tampered with cannot make the generator remove anything else', () => {
    mkdirSync(folder);
    writeFileSync(join(parent, 'victim'), 'precious');
    const targets = { client: { '../victim': '5e1a4d9d9e1ac3d5bd25f4d1a4a4b1f0' } };
    writeFileSync(join(folder, manifestName), JSON.stringify({ tool: 'ai2text-contracts', version: '1.0.0', targets }));
    expect(() => writeOutput(request({ 'a.ts': 'a' }), { force: true })).toThrow(/no generated path/);
    expect(existsSync(join(parent, 'victim'))).toBe(true);
  });

  test.each(['', '{', '[]', '{"version":1}', '{"version":"1","targets":{"client":{"a.ts":1}}}'])(
    'a damaged manifest %j is a usage error',
    (text) => {
      mkdirSync(folder);
      writeFileSync(join(folder, manifestName), text);
      expect(() => planOutput(request({ 'a.ts': 'a' }))).toThrow(/is damaged/);
    },
  );
});
