import type { Node } from '../../source/node.ts';
import type { ParameterPlace, ParameterStyle } from '../model.ts';

/** OpenAPI 3.2.0, 4.12.2.2: what a parameter's place means when nothing is written. */
export const defaultStyles: Readonly<Record<ParameterPlace, ParameterStyle>> = {
  path: 'simple',
  header: 'simple',
  query: 'form',
  cookie: 'form',
  querystring: 'form',
};

const styles: ReadonlySet<string> = new Set<ParameterStyle>([
  'simple',
  'label',
  'matrix',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
  'cookie',
]);

/** `style` and `explode` with their defaults resolved. A style that does not exist reads as the default. */
export function readStyle(node: Node, fallback: ParameterStyle): { style: ParameterStyle; explode: boolean } {
  const written = node.string('style');
  const style = isStyle(written) ? written : fallback;
  return { style, explode: node.boolean('explode') ?? (style === 'form' || style === 'cookie') };
}

function isStyle(text: string | undefined): text is ParameterStyle {
  return text !== undefined && styles.has(text);
}
