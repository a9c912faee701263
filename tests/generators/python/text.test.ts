import { expect, test } from 'vitest';
import { docstring, hashComment } from '../../../generators/python/comment.ts';
import { literal, stringLiteral } from '../../../generators/python/literal.ts';
import {
  argumentName,
  className,
  constantName,
  fieldName,
  methodName,
  operationName,
} from '../../../generators/python/names.ts';

test.each([
  ['pet_status', 'PetStatus', 'pet_status', 'PET_STATUS'],
  ['petStatus', 'PetStatus', 'pet_status', 'PET_STATUS'],
  ['PET-STATUS', 'PetStatus', 'pet_status', 'PET_STATUS'],
  ['URLList', 'URLList', 'url_list', 'URL_LIST'],
  ['X-Request-Id', 'XRequestId', 'x_request_id', 'X_REQUEST_ID'],
  ['sha256', 'Sha256', 'sha256', 'SHA256'],
  ['class', 'Class', 'class_', 'CLASS'],
  ['None', 'None_', 'none', 'NONE'],
  ['import os', 'ImportOs', 'import_os', 'IMPORT_OS'],
  ['__init__', 'Init', 'init', 'INIT'],
  ['_private', 'Private', 'private', 'PRIVATE'],
  ['404', 'Type404', 'value_404', 'VALUE_404'],
  ['', 'Type', 'value', 'VALUE'],
  ['😀', 'Type', 'value', 'VALUE'],
  ['\u0301', 'Type', 'value', 'VALUE'],
  ['"""', 'Type', 'value', 'VALUE'],
  ['日本語', 'Type日本語', '日本語', '日本語'],
  ['\ufb01le', 'File', 'file', 'FILE'],
  ['họp quý', 'HọpQuý', 'họp_quý', 'HỌP_QUÝ'],
  ['a\u2028b', 'AB', 'a_b', 'A_B'],
])('%j is the class %s, the field %s and the constant %s', (text, type, field, constant) => {
  expect([className(text), fieldName(text), constantName(text)]).toEqual([type, field, constant]);
});

test('names that Python, pydantic or the generated code needs get an underscore', () => {
  expect(['model_config', 'schema', 'copy', 'list', 'datetime', 'type', 'id'].map(fieldName)).toEqual([
    ...['model_config_', 'schema_', 'copy_', 'list_', 'datetime_', 'type', 'id'],
  ]);
  expect(['self', 'body', 'options', 'from', 'filter'].map(argumentName)).toEqual([
    ...['self_', 'body_', 'options_', 'from_', 'filter'],
  ]);
  expect(['list', 'import', 'close', 'property', 'models', 'get'].map(methodName)).toEqual([
    ...['list_', 'import_', 'close_', 'property_', 'models_', 'get'],
  ]);
  expect(operationName('GET', '/pets/{petId}/x-rays')).toBe('get_pets_by_pet_id_x_rays');
});

test.each([
  ['plain', '"plain"'],
  [`it's "so"`, `'it\\'s "so"'`],
  ["it's", '"it\'s"'],
  ['"""', '\'"""\''],
  ['\\', '"\\\\"'],
  ['{x} %s', '"{x} %s"'],
  ['a\nb\rc\td\0', '"a\\nb\\rc\\td\\x00"'],
  ['\u2028\u0085\u202e\ud800', '"\\u2028\\x85\\u202e\\ud800"'],
  ['e\u0301 \u00a0', '"e\\u0301 \\xa0"'],
  ['họp 😀', '"họp 😀"'],
])('the literal of %j is %s', (text, expected) => {
  expect(stringLiteral(text)).toBe(expected);
});

test('JSON values are Python expressions', () => {
  const value = { a: [true, false, null], 'b"': { c: -0, d: 1.5, e: 1e21 } };
  expect(literal(value)).toBe('{"a": [True, False, None], \'b"\': {"c": 0, "d": 1.5, "e": 1e+21}}');
});

test.each([
  ['', ''],
  ['One line.', '    """One line."""\n'],
  ['ends with a "quote"', '    """ends with a "quote" """\n'],
  ['"starts', '    """\'starts"""\n'],
  ['a """ b', '    """a \'\'\' b"""\n'],
  ['a \\""" b \\', '    """a \\\\\'\'\' b \\\\"""\n'],
  ['>>> import os', '    """> > > import os"""\n'],
  ['a\u2028b\0c\u202e', '    """a\n    bc\n    """\n'],
  ['First.\n\n    indented\n      more', '    """First.\n\n    indented\n      more\n    """\n'],
])('the docstring of %j cannot be left', (text, expected) => {
  expect(docstring(text, { indent: 4 })).toBe(expected);
});

test('a docstring names arguments and what is deprecated', () => {
  const entries = [
    { name: 'a', text: 'The first.' },
    { name: 'b', text: undefined },
  ];
  expect(docstring('Does it.', { indent: 0, deprecated: true, entries })).toBe(
    '"""Does it.\n\nDeprecated.\n\nArgs:\n    a: The first.\n"""\n',
  );
});

test('a comment is one line that neither Python nor a linter obeys', () => {
  expect(hashComment('a\n# -*- coding: utf-7 -*-')).toBe('# a  -*- coding utf-7 -*-\n');
  expect(hashComment('x # type: ignore # noqa: F401')).toBe('# x  type ignore  noqa F401\n');
});
