import { httpRule } from './http-rule.ts';
import { memberLocation, objectsOf } from './objects-of.ts';

const styles: ReadonlyMap<string, readonly string[]> = new Map([
  ['path', ['matrix', 'label', 'simple']],
  ['query', ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject']],
  ['header', ['simple']],
  ['cookie', ['form']],
]);

export const parameterStyleLegal = httpRule({
  id: 'parameter-style-legal',
  severity: 'error',
  summary: 'The style of a parameter exists at its place.',
  why: 'A style says how a value is written into a URL or a header; at another place it has no defined form.',
  fix: 'Use a style that the place allows, or leave it out for the default.',
  reference: 'OpenAPI 3.1.1, 4.8.12.3 Style Values',
  check(contract, report) {
    const { line } = contract.dialect;
    if (line === '2.0') return;
    for (const node of objectsOf(contract, 'parameter')) {
      const style = node.string('style');
      const place = node.string('in') ?? '';
      const allowed = styles.get(place);
      if (style === undefined || allowed === undefined || allowed.includes(style)) continue;
      if (line === '3.2' && place === 'cookie' && style === 'cookie') continue;
      const message = `A ${place} parameter cannot have the style "${style}". Use ${allowed.join(', ')}.`;
      report({ location: memberLocation(node, 'style'), message });
    }
  },
});
