import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../core/source/json.ts';
import { comment } from '../../../generators/typescript/comment.ts';
import { literal, literalType } from '../../../generators/typescript/literal.ts';
import {
  functionName,
  memberAccess,
  NameScope,
  operationName,
  propertyKey,
  typeName,
} from '../../../generators/typescript/names.ts';

/** Text as a hostile contract would have it. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '*/',
        '/*',
        '//',
        '`',
        '${',
        '}',
        "'",
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u2029',
        '</script>',
        '<!--',
        '{{',
        '}}',
        '__proto__',
        'constructor',
        '@ts-ignore',
        '#',
        ' ',
        'a',
        '\u202e',
        '\ud800',
        '😀',
        '1',
      ),
    )
    .map((parts) => parts.join('')),
);

/** The statements of a text that has to parse. */
function statementsOf(text: string): readonly ts.Statement[] {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true);
  // `parseDiagnostics` is what the parser found; the public types leave it out.
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  expect(parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  return [...file.statements];
}

describe('literal', () => {
  test.each([
    ["it's", `"it's"`],
    [`both ' and "`, `'both \\' and "'`],
    ['a\\b\n\r\t', `'a\\\\b\\n\\r\\t'`],
    ['\u2028\u2029\u202e\ufeff\0', `'\\u2028\\u2029\\u202e\\ufeff\\u0000'`],
    ['</script><!--', `'<\\/script><\\!--'`],
    ['\ud800', `'\\ud800'`],
    ['giọng nói 😀', `'giọng nói 😀'`],
  ])('%j is printed as %s', (text, printed) => {
    expect(literal(text)).toBe(printed);
  });

  test('evaluates to the value it was made from, whatever that is', () => {
    const json = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21, 5e-7),
        hostile,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(hostile, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(json.value, (value) => {
        const text = literal(value);
        expect(statementsOf(`export default ${text};`)).toHaveLength(1);
        expect(text).not.toMatch(/[\n\r\u2028\u2029\u202e]|<\/|<!--/);
        const evaluated: unknown = new Function(`'use strict'; return (${text});`)();
        expect(JSON.stringify(evaluated)).toBe(JSON.stringify(value));
      }),
    );
  });

  test('sets no prototype', () => {
    const value: Json = JSON.parse('{ "__proto__": { "polluted": true } }');
    const evaluated: unknown = new Function(`return (${literal(value)});`)();
    expect(Object.getPrototypeOf(evaluated)).toBe(Object.prototype);
    expect(Object.keys(evaluated as object)).toEqual(['__proto__']);
  });

  test('is also the type of its value', () => {
    expect(literalType({ a: [1, 'x', null] })).toBe("{ readonly a: readonly [1, 'x', null] }");
  });
});

describe('comment', () => {
  test('one line stays one line, more lines become a block', () => {
    expect(comment('Short.')).toBe('/** Short. */\n');
    expect(comment('One.\n\nTwo.', { indent: 2 })).toBe('  /**\n   * One.\n   *\n   * Two.\n   */\n');
    expect(comment('Old.', { deprecated: true })).toBe('/**\n * Old.\n *\n * @deprecated\n */\n');
    expect(comment(undefined, { deprecated: true })).toBe('/** @deprecated */\n');
    expect(comment(undefined)).toBe('');
    expect(comment(' \n ')).toBe('');
  });

  test('long prose is wrapped, code and tables are not', () => {
    const prose = `- ${'word '.repeat(40).trim()}`;
    const table = `| ${'cell '.repeat(40)}|`;
    const lines = comment(`${prose}\n${table}\n\`\`\`\n${'x '.repeat(90).trim()}\n\`\`\``).split('\n');
    expect(lines.filter((line) => line.length > 120)).toEqual([` * ${table}`, ` * ${'x '.repeat(90).trim()}`]);
    expect(lines[2]).toMatch(/^ {3,}\*? {2}|^ \* {3}word/);
  });

  test('what compilers and bundlers take for an instruction is broken up', () => {
    const printed = comment('@ts-ignore @ts-expect-error #__PURE__ @__NO_SIDE_EFFECTS__ # sourceMappingURL=data:x');
    expect(printed).not.toMatch(/@ts-|[@#]__|# ?sourceMappingURL/);
  });

  test('never ends before its end, whatever it is made from', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, deprecated) => {
        const printed = comment(text, { deprecated });
        const [statement, ...others] = statementsOf(`${printed}export const after = 1;`);
        expect(others).toEqual([]);
        expect(statement?.getText()).toBe('export const after = 1;');
      }),
    );
  });
});

describe('names', () => {
  test.each([
    ['pet_status', 'PetStatus', 'petStatus'],
    ['PET_STATUS', 'PetStatus', 'petStatus'],
    ['URLList', 'URLList', 'urlList'],
    ['GetPet', 'GetPet', 'getPet'],
    ['io.k8s.Pod', 'IoK8sPod', 'ioK8sPod'],
    ['giọng nói', 'GiọngNói', 'giọngNói'],
    ['3d-model', '_3dModel', '_3dModel'],
    ['delete', 'Delete', 'delete_'],
    ['then', 'Then', 'then_'],
    ['constructor', 'Constructor', 'constructor_'],
    ['__proto__', 'Proto', 'proto'],
    ['promise', 'Promise_', 'promise'],
    ['😀', 'Unnamed', 'unnamed'],
    ['', 'Unnamed', 'unnamed'],
    ['../../etc/passwd', 'EtcPasswd', 'etcPasswd'],
    ['a;alert(1)//', 'AAlert1', 'aAlert1'],
  ])('%j is the type %s and the function %s', (text, type, call) => {
    expect([typeName(text), functionName(text)]).toEqual([type, call]);
  });

  test('an operation without an id is named after its method and path', () => {
    expect(operationName('get', '/pets/{petId}/photos')).toBe('getPetsByPetIdPhotos');
    expect(operationName('POST', '/')).toBe('post');
  });

  test('any text gives a name that declares a function and a type', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const declarations = `export function ${functionName(text)}() {}\nexport type ${typeName(text)} = 1;`;
        expect(statementsOf(declarations)).toHaveLength(2);
      }),
    );
  });

  test('any text gives a key that stands for that text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const evaluated: unknown = new Function(`return ({ ${propertyKey(text)}: 1 });`)();
        expect(Object.entries(evaluated as object)).toEqual([[text, 1]]);
        expect(statementsOf(`type A = { ${propertyKey(text)}: 1 };`)).toHaveLength(1);
        const read: unknown = new Function('o', `return ${memberAccess('o', text)};`)(
          JSON.parse(`{${JSON.stringify(text)}:1}`),
        );
        expect(read).toBe(1);
      }),
    );
  });

  test('a scope hands out each name once', () => {
    const scope = new NameScope(['Pet']);
    expect(['Pet', 'Pet', 'Dog', 'V1', 'V1', 'Pet2'].map((name) => scope.unique(name))).toEqual([
      'Pet2',
      'Pet3',
      'Dog',
      'V1',
      'V1_2',
      'Pet2_2',
    ]);
  });
});
