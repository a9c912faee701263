import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFiles } from '../../core/source/files.ts';
import { Node } from '../../core/source/node.ts';
import { Workspace } from '../../core/source/workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  mkdirSync(join(folder, 'project/shared'), { recursive: true });
  writeFileSync(join(folder, 'secret.yaml'), 'token: swordfish');
  writeFileSync(join(folder, 'project/shared/ids.yaml'), 'schemas:\n  Id: {type: string}\n  a/b: 1\n');
  symlinkSync(join(folder, 'secret.yaml'), join(folder, 'project/link.yaml'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function resolve(reference: string, text = 'a: {$anchor: spot, x: 1}'): unknown {
  const reads: string[] = [];
  const files = projectFiles(join(folder, 'project'));
  const workspace = new Workspace({
    files: {
      read: (path) => {
        reads.push(path);
        return files.read(path);
      },
    },
  });
  const root = workspace.add('entry/contract.yaml', text);
  if (!(root instanceof Node)) throw new Error('the entry is given as text');
  const resolution = workspace.resolve(reference, root);
  return resolution.ok
    ? { at: `${resolution.node.source.path}#${resolution.node.pointer}` }
    : { [resolution.rule]: resolution.reason, reads };
}

describe('references inside the project resolve', () => {
  test.each([
    ['#/a/x', 'entry/contract.yaml#/a/x'],
    ['#spot', 'entry/contract.yaml#/a'],
    ['', 'entry/contract.yaml#'],
    ['../shared/ids.yaml', 'shared/ids.yaml#'],
    ['../shared/ids.yaml#/schemas/Id', 'shared/ids.yaml#/schemas/Id'],
    ['../shared/ids.yaml#/schemas/a~1b', 'shared/ids.yaml#/schemas/a~1b'],
    ['..%2Fshared/ids.yaml#/schemas/a%7E1b', 'shared/ids.yaml#/schemas/a~1b'],
  ])('%s', (reference, at) => {
    expect(resolve(reference)).toEqual({ at });
  });
});

describe('references that leave the project are refused before anything is read', () => {
  test.each([
    ['../../secret.yaml', 'leads outside the project root, where nothing is read'],
    ['..%2f..%2fsecret.yaml', 'leads outside the project root, where nothing is read'],
    ['..\\..\\secret.yaml', 'leads outside the project root, where nothing is read'],
    ['/etc/passwd', 'is an absolute path; use one relative to this file'],
    ['file:///etc/passwd', 'uses the scheme "file:", which is never read'],
    ['FILE:/etc/passwd', 'uses the scheme "FILE:", which is never read'],
    ['data:text/plain,x', 'uses the scheme "data:", which is never read'],
    ['a%00.yaml', 'is not a usable file path'],
    ['#/a%zz', 'has a fragment with a broken percent escape'],
    ['http://127.0.0.1/x.yaml', 'points to 127.0.0.1, a private or loopback address, which is never read'],
    ['http://2130706433/x.yaml', 'points to 127.0.0.1, a private or loopback address, which is never read'],
    ['https://[::1]:8443/x', 'points to [::1]:8443, a private or loopback address, which is never read'],
    ['https://[::ffff:10.0.0.1]/x', 'points to [::ffff:a00:1], a private or loopback address, which is never read'],
    ['http://169.254.169.254/meta', 'points to 169.254.169.254, a private or loopback address, which is never read'],
    ['http://localhost:80/x', 'points to localhost, a private or loopback address, which is never read'],
  ])('%s', (reference, reason) => {
    expect(resolve(reference)).toEqual({ 'ref-allowed': reason, reads: [] });
  });

  test('a symbolic link that leaves the project', () => {
    expect(resolve('../link.yaml#/token')).toEqual({
      'ref-allowed': 'leads to link.yaml, a link that leaves the project root, where nothing is read',
      reads: ['link.yaml'],
    });
  });
});

test('a URL that the configuration does not allow is left unread', () => {
  expect(resolve('https://example.com/x.yaml')).toEqual({
    'ref-remote':
      'points to https://example.com/x.yaml; URLs are read only when the configuration allows them. Add it to "allowUrls" or copy the file into the project',
    reads: [],
  });
});

describe('a reference to nothing says what is missing', () => {
  test.each([
    ['#/a/y', 'points to "y", which does not exist under entry/contract.yaml#/a'],
    ['#nowhere', 'names the anchor "nowhere", which entry/contract.yaml does not have'],
  ])('%s', (reference, reason) => {
    expect(resolve(reference)).toEqual({ 'ref-resolves': reason, reads: [] });
  });

  test('a file that is not there', () => {
    expect(resolve('missing.yaml')).toEqual({
      'ref-resolves': 'points to entry/missing.yaml, which does not exist',
      reads: ['entry/missing.yaml'],
    });
  });
});

test('a fragment is looked up in the schema resource that it stands in, then in the document', () => {
  const files = { read: (path: string) => ({ refusal: `points to ${path}` }) };
  const workspace = new Workspace({ files });
  const root = workspace.add('a.yaml', '$defs: {x: 1, y: 2}\nschema: {$id: urn:s, $defs: {x: 3}, items: {}}');
  if (!(root instanceof Node)) throw new Error('the entry is given as text');
  const items = root.get('schema')?.get('items') ?? root;
  const places = ['#/$defs/x', '#/$defs/y'].map((reference) => {
    const resolution = workspace.resolve(reference, items);
    return resolution.ok ? resolution.node.pointer : resolution.reason;
  });
  expect(places).toEqual(['/schema/$defs/x', '/$defs/y']);
});

test('an anchor is an $anchor, and in drafts 6 and 7 an $id that is nothing but a fragment', () => {
  const workspace = new Workspace({ files: { read: (path: string) => ({ refusal: `points to ${path}` }) } });
  const text = 'definitions: {a: {$id: "#Address", items: {}}, b: {$anchor: Street}, c: {x: 1}}';
  const root = workspace.add('a.yaml', text);
  if (!(root instanceof Node)) throw new Error('the entry is given as text');
  const inside = root.get('definitions')?.get('a')?.get('items') ?? root;
  const places = ['#Address', '#Street', '#/definitions/c'].map((reference) => {
    const resolution = workspace.resolve(reference, inside);
    return resolution.ok ? resolution.node.pointer : resolution.reason;
  });
  expect(places).toEqual(['/definitions/a', '/definitions/b', '/definitions/c']);
});

test('inherited members of objects are not part of a document', () => {
  expect(resolve('#/a/constructor')).toMatchObject({ 'ref-resolves': expect.stringContaining('"constructor"') });
});
