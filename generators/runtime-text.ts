import { braces } from './typescript/layout.ts';

const notice = '// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.\n\n';

/**
 * A file of a handwritten runtime as it stands in generated code: imports lead where `moduleOf` says, and are laid out for
 * the length that they have then.
 */
export function runtimeText(source: string, moduleOf: (path: string) => string): string {
  const text = source.replace(
    /^((?:import|export)(?: type)?) (\{[^}]*\}|\*(?: as \w+)?) from '(\.[^']*)';$/gm,
    (_, keyword: string, names: string, path: string) => {
      const from = ` from '${moduleOf(path)}';`;
      return `${keyword} ${names.startsWith('*') ? names : layoutNames(names, 119 - keyword.length - from.length)}${from}`;
    },
  );
  return `${notice}${text}`;
}

function layoutNames(names: string, width: number): string {
  const list = names.slice(1, -1).split(',');
  return braces(
    list.map((name) => name.trim()).filter((name) => name !== ''),
    width,
  );
}
