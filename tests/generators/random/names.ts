import * as fc from 'fast-check';

/**
 * Names as published contracts have them, and worse: words that mean something to TypeScript, to JavaScript's objects or
 * to the generated code itself, names that differ in case only, and names without a letter.
 */
const oddNames = [
  ...['Pet', 'pet', 'PET', 'pe-t', 'pet_', 'Pet2', 'PetInput', 'GetPetInput', 'GetPetResult', 'getPetOperation'],
  ...['class', 'default', 'delete', 'await', 'enum', 'type', 'any', 'never', 'object', 'string', 'Symbol', 'undefined'],
  ...['Array', 'Record', 'Promise', 'Error', 'Date', 'Map', 'Headers', 'Response', 'Blob', 'FormData', 'Uint8Array'],
  ...['Exclude', 'Binary', 'ApiClient', 'Handlers', 'Deps', 'Context', 'Answer', 'Hono', 'Principal', 'Transport'],
  ...['body', 'status', 'contentType', 'headers', 'input', 'output', 'options', 'transport', 'kind', 'constructor'],
  ...['__proto__', 'prototype', 'toString', 'then', 'hasOwnProperty', 'index', 'operations', 'schemas', 'routes'],
  ...[
    '',
    ' ',
    '0',
    '42',
    '1e3',
    '-1',
    '٣',
    '9lives',
    '🐈',
    '🐈🐈',
    '猫',
    'é',
    'e\u0301',
    'ß',
    'ﬁ',
    'ª',
    'ǅ',
    '_',
    '$',
    '$ref',
  ],
  ...[
    'a.b.c',
    'a/b',
    'a~b',
    'a%20b',
    'a b',
    "it's",
    'say "hi"',
    ['`', '$', '{x}`'].join(''),
    '*/',
    '//',
    '\\',
    '\n',
    '\u2028',
    '{{x}}',
    '@type',
  ],
  ...['List«Pet»', 'Page<Pet>', 'Pet[]', 'Map(string,Pet)', 'com.example.v1.Pet', 'application/json', 'x-y', 'X-Y'],
];

export const oddName: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddNames) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

export const plainName: fc.Arbitrary<string> = fc.constantFrom('id', 'name', 'kind', 'tags', 'next', 'size', 'type');

export const propertyName: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: plainName },
  { weight: 1, arbitrary: oddName },
);
