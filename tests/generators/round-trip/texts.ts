import * as fc from 'fast-check';

/** What has broken writers and readers of URLs, headers, cookies, forms and JSON. */
const notorious = [
  ...[
    '',
    ' ',
    '  ',
    ' lead',
    'trail ',
    'a b',
    '\t',
    'a\nb',
    'a\r\nb',
    '\r',
    '\u0000',
    '\u007f',
    '\u2028',
    '\ufeff',
    '\ufffd',
  ],
  ...[
    '%',
    '%2',
    '%2C',
    '%zz',
    '%E0%A4%A',
    '%00',
    '%25',
    '+',
    '&',
    '=',
    '&&',
    'a=b',
    'a&b=c',
    '?',
    '#',
    '/',
    '//',
    '\\',
  ],
  ...[
    ',',
    'a,b',
    ',,',
    ';',
    'a;b',
    '; ',
    '|',
    'a|b',
    '.',
    '..',
    'a.b',
    ':',
    '@',
    '!',
    '$',
    "'",
    '"',
    '"a"',
    '`',
    '*',
    '~',
  ],
  ...[
    '[',
    ']',
    '[]',
    '[a]',
    '{',
    '}',
    '{}',
    '{"a":1}',
    '[1]',
    '(',
    ')',
    '<',
    '>',
    '</script>',
    '--',
    '--boundary--',
    '\r\n--',
  ],
  ...[
    'null',
    'true',
    'false',
    '0',
    '1',
    '-1',
    '1e3',
    '0x10',
    'NaN',
    'undefined',
    '2026-11-21',
    '__proto__',
    'constructor',
  ],
  ...['é', 'ß', 'ÿ', '€', '猫', '🐈', '👩‍👩‍👧', 'e\u0301', '\u200b', '\u202e', '\u{10ffff}', 'İ'],
];

/** Any Unicode text. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...notorious) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...notorious), fc.constantFrom(...notorious)).map((two) => two.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
);

/** The same without what would read as an escape already. */
export const textWithoutEscapes: fc.Arbitrary<string> = anyText.map((text) =>
  text.replaceAll(/%(?=[\da-f]{2})/gi, '%_'),
);

/** Text that a header carries, most of the time: places without escapes refuse the rest. */
export const headerText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.stringMatching(
      /^[\w!"#$%&'()*+./:<=>?@[\\\]^`{|}~éÿ-]( ?[\w!"#$%&'()*+./:<=>?@[\\\]^`{|}~éÿ-]){0,12}$/,
    ),
  },
  { weight: 1, arbitrary: anyText },
);

/** Names of operations, members, parameters in queries and the like, where a contract may write anything. */
const oddNames = [
  ...[
    'id',
    'name',
    'kind',
    'tags',
    'size',
    'class',
    'default',
    'delete',
    'await',
    'enum',
    'type',
    'function',
    'new',
    'Object',
  ],
  ...[
    'body',
    'contentType',
    'headers',
    'path',
    'query',
    'input',
    'options',
    'transport',
    'then',
    'toString',
    'valueOf',
  ],
  ...[
    '__proto__',
    'prototype',
    'constructor',
    'hasOwnProperty',
    'undefined',
    'null',
    'length',
    '0',
    '42',
    '9lives',
    '-1',
  ],
  ...[
    'getPet',
    'GetPet',
    'get_pet',
    'get-pet',
    'GETPET',
    'a b',
    "it's",
    'say "hi"',
    '`x`',
    '*/',
    '//',
    '\\',
    '猫猫',
    '🐈',
    'été',
  ],
  ...[
    '$ref',
    '$',
    '_',
    'x-y',
    'X-Y',
    'a.b',
    'a:b',
    'a~b',
    'a@b',
    '<T>',
    '{{x}}',
    'a%20b',
    'a+b',
    'a;b',
    'a,b',
    'a|b',
    'a*',
    "a'b",
  ],
];

/**
 * V8 13.6 (Node 24) reads the name of one escaped character as a backslash: `JSON.parse('{"x":1,"\\\\":1}')`, and from then on
 * `JSON.parse('{"x":1,"\\u732b":1}')` has a member `\\`. In headers such names are escaped, so there are none here.
 */
function isSafeFromV8(name: string): boolean {
  return !/^[^\x20-\x7e]$/.test(name);
}

export const oddName: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...oddNames) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
  )
  .filter(isSafeFromV8);

/** Names that a query or a deep object has characters of its own for. */
export const queryName: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: oddName },
  { weight: 1, arbitrary: fc.constantFrom('a[b]', 'a[]', '[', 'a=b', 'a&b', '#', '?', 'a/b', '%', '%41', 'a\nb', ' ') },
);

/** RFC 9110, 5.6.2. */
export const tokenName: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    'X-Id',
    'x-name',
    'X-Tags',
    'X-Size',
    'If-Match',
    'Prefer',
    'constructor',
    '__proto__',
    'toString',
    'class',
    '42',
    '!#$%',
    'x.y',
  ],
  ...["'x'", '*', 'x|y', 'x~y', '^', '`', '_', 'delete', 'length'],
);

/** Names that a header carries as part of its value. */
export const headerName: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: oddName.filter((name) => /^[!-+.-~\xa1-\xff]+$/.test(name)) },
  { weight: 1, arbitrary: oddName },
);

/** Names of components: OpenAPI 3 allows these characters only. */
export const componentName: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    'Pet',
    'pet',
    'PET',
    'Pet-2',
    'pet_2',
    'com.example.Pet',
    'class',
    'Array',
    'Record',
    'Blob',
    '__proto__',
    'constructor',
  ],
  ...[
    'String',
    'undefined',
    '42',
    'Promise',
    'Transport',
    'Handlers',
    'ApiClient',
    'toString',
    'GetPetInput',
    'x-y',
    'Node',
    'Tree',
  ],
);

/** What a name in a path template can be written with. */
export const pathName: fc.Arbitrary<string> = oddName.filter((name) => !/[{}/?#]/.test(name));
