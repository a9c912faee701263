/** Words that cannot name a function or a constant in a strict module. */
const keywords = [
  ...[
    'arguments',
    'as',
    'async',
    'await',
    'break',
    'case',
    'catch',
    'class',
    'const',
    'continue',
    'debugger',
    'default',
  ],
  ...[
    'delete',
    'do',
    'else',
    'enum',
    'eval',
    'export',
    'extends',
    'false',
    'finally',
    'for',
    'from',
    'function',
    'get',
  ],
  ...['if', 'implements', 'import', 'in', 'instanceof', 'interface', 'let', 'new', 'null', 'of', 'package', 'private'],
  ...['protected', 'public', 'return', 'satisfies', 'set', 'static', 'super', 'switch', 'this', 'throw', 'true', 'try'],
  ...['type', 'typeof', 'undefined', 'using', 'var', 'void', 'while', 'with', 'yield'],
];

/**
 * Members of every object, and `then`, which would turn a client object into a promise. A method of such a name would
 * change what the language does with the object.
 */
const objectMembers = [
  ...['constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'prototype', 'then', 'toJSON'],
  ...['toLocaleString', 'toString', 'valueOf'],
];

/** Globals that generated code reads as values. */
const globalValues = ['fetch', 'globalThis', 'Infinity', 'NaN'];

export const reservedFunctionNames: ReadonlySet<string> = new Set([...keywords, ...objectMembers, ...globalValues]);

/**
 * Keywords of the type language and the global types that generated code mentions: a declaration of the same name would
 * shadow them.
 */
export const reservedTypeNames: ReadonlySet<string> = new Set([
  ...keywords,
  ...[
    'any',
    'asserts',
    'bigint',
    'boolean',
    'declare',
    'infer',
    'is',
    'keyof',
    'never',
    'number',
    'object',
    'readonly',
  ],
  ...['string', 'symbol', 'unique', 'unknown'],
  ...['Binary'],
  ...['Array', 'Blob', 'Exclude', 'Extract', 'FormData', 'Headers', 'Omit', 'Partial', 'Pick', 'Promise', 'Readonly'],
  ...['ReadableStream', 'ReadonlyArray', 'Record', 'Request', 'Required', 'Response', 'Uint8Array'],
]);
