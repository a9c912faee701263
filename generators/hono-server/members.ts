import { comment } from '../typescript/comment.ts';
import { indentRest } from '../typescript/layout.ts';
import { propertyKey } from '../typescript/names.ts';

export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly description?: string | undefined;
  readonly deprecated?: boolean;
}

/**
 * Members of an interface or object type, one a line, indented by `columns`. `shift` says how much further to the right
 * the whole will be moved, so that comments still end in time.
 */
export function printMembers(members: readonly Member[], columns: number, shift = 0): string {
  const margin = new RegExp(`^ {${shift}}`, 'gm');
  return members
    .map(({ name, optional, type, description, deprecated = false }) => {
      const about = comment(description, { indent: columns + shift, deprecated }).replaceAll(margin, '');
      const key = `${' '.repeat(columns)}readonly ${propertyKey(name)}${optional ? '?' : ''}`;
      return `${about}${key}:${type.startsWith('\n') ? '' : ' '}${indentRest(type, columns)};\n`;
    })
    .join('');
}

/** An object type over several lines; `{}` would admit anything but null, so no members print as an empty record. */
export function printObject(members: readonly Member[], shift = 0): string {
  return members.length === 0 ? '{ readonly [name: string]: never }' : `{\n${printMembers(members, 2, shift)}}`;
}
