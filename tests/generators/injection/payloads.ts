const placeholder = ['$', '{canary()}'].join('');

/**
 * Texts that run as code where a generator prints them without care, each by another way out of where it may stand. They call
 * `canary`, or leave a mark on every object. The patterns are those of the published advisories of 2025 and 2026 against
 * generators of clients and servers: enum values and descriptions that close a comment, paths and names that close a string or a
 * template literal, keys that continue the object, and default values that are printed as they stand.
 */
export const payloads: readonly string[] = [
  '*/ canary(); /*',
  '*/*/ canary() /*/*',
  "'; canary(); '",
  "' + canary() + '",
  '"; canary(); "',
  '"); canary(); ("',
  '`; canary(); `',
  placeholder,
  `\`${placeholder}\``,
  "\\'; canary(); //",
  '\\"; canary(); //',
  '\ncanary();\n',
  '\r\ncanary();//',
  '\u2028canary();\u2029',
  '\u0085canary();',
  "']: canary(), ['",
  'a: canary(), b',
  '}; canary(); ({',
  '}}); canary(); ({a: {b: [',
  '() { canary() }, get x',
  'x = canary()',
  'x(canary()) {',
  '[canary()]',
  '/* canary */ canary() //',
  '</script><script>canary()</script>',
  '<!-- canary()\n--> canary()',
  '{{canary}} {{{canary}}} {{#each this}}{{canary}}{{/each}}',
  '{{#with "s" as |string|}}{{#with (string.sub.apply 0)}}canary(){{/with}}{{/with}}',
  '<%= canary() %><% canary() %>',
  '"""; canary(); """',
  "'''+canary()+'''",
  "f'{canary()}'",
  '$(canary) `canary` ; canary',
  '../../../canary',
  '..\\..\\canary.ts',
  '/etc/canary\0.ts',
  '__proto__',
  'constructor',
  'canary',
  "import('data:text/javascript,canary()')",
  '// @ts-nocheck\ncanary()',
  '/// <reference path="canary" />',
  '#!canary()',
  '\ud800canary()\udc00',
  '\u202ecanary()\u202c',
  ...advisories(),
];

/** The texts of advisories and reports against generators, with `canary()` in place of what they ran. */
function advisories(): string[] {
  return [
    // orval, CVE-2026-23947: enum values and their descriptions as members of an object.
    "a', b: canary(), c: '",
    // orval, CVE-2026-25141: the escape of the former, left by way of a comment.
    '*/ }; canary(); const a = { /*',
    // orval, CVE-2026-24132: values in mocks; ts-proto, pull request 1261.
    '"});canary();({"',
    // orval, CVE-2026-22785: summaries; CVE-2026-71868 and CVE-2026-72716: defaults in a template literal.
    `v${placeholder}w`,
    // orval, GHSA-5g7p-r63h-5vfw: a path in quotes that was escaped for backticks.
    "/pets'+canary()+'/{petId}",
    // orval, GHSA-g4mf-q5hw-f9j9: a path in the text of a type.
    "/pets'>; canary(); type A<T = '",
    // orval, GHSA-w68h-2r38-4cqq: the name of a property in a cast.
    "k'][]), b: canary(), c: (0 as unknown as A['k",
    // orval, pull request 3692: the name of a property in brackets, a server in a template literal.
    "a']: 1, [canary()]: 2, ['b",
    `https://example.com/${placeholder}/\`+canary()+\``,
    // swagger-typescript-api, GHSA-5f94-x226-ccpm: members of an enum; GHSA-w284-33mx-6g9v: paths; GHSA-38c3-wv3c-v3xj: servers.
    'a", B = canary() as never, C = "c',
    `/pets/\`+canary()+\`/${placeholder}`,
    'https://example.com"; canary(); "',
    // openapi-typescript-codegen, issue 2809: paths, names of parameters, media types, servers and the version in quotes.
    "1.0.0' + canary() + '",
    "application/json', [String(canary())]: '",
    // openapi-generator, issue 9809, and swagger-codegen, issue 11309: the path as an argument of a call.
    "/pets','GET',{})&&canary();a=('b",
    "/pets'+str(exec('canary()'))+'",
    // oapi-codegen, GHSA-rjwr-m7qx-3fjr and GHSA-xrqw-w576-xgj2: the end of a line comment, the end of a list of constants.
    'text\nimport "canary"\nfunc init() { canary() }',
    '"\n)\nfunc init() { canary() }\nconst (\na = "',
    // tapir, GHSA-gpcc-36pq-8qxr: the name of a field that brings its own default.
    'a`: String = canary(), `b',
    // kubernetes-client, pull request 7954: a constant of an enum in Java, and the end of a comment in Unicode escapes.
    'A(1); static { canary(); } //',
    String.raw`\u002a\u002f canary(); \u002f\u002a`,
    // datamodel-code-generator, CVE-2026-63720 and GHSA-5578-w22f-pfx9: the module of an import.
    'os\ncanary()\n#.Base',
    // openapi-python-client, GHSA-5293-mq8x-g3xj: docstrings and f-strings.
    'text\n    """\n    canary()\n    """',
    '{canary()!r}',
    // redocly split, pull request 2891, and TypeSpec, GHSA-2q42-4q24-7rgv: a name and a version as the path of a file.
    '../canary_escaped',
    '../../../../canary',
  ];
}
