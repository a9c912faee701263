import type { Node } from '../../source/node.ts';
import type { Report } from '../rule.ts';
import { httpRule } from './http-rule.ts';
import { objectsOf } from './objects-of.ts';

/** The grammar of the specification; a token is RFC 9110's. */
const expression =
  /^\$(?:url|method|statusCode|(?:request|response)\.(?:header\.[!#$%&'*+.^_`|~0-9A-Za-z-]+|query\..+|path\..+|body(?:#(?:\/(?:[^~]|~[01])*)?)?))$/;

export const expressionWellFormed = httpRule({
  id: 'expression-well-formed',
  severity: 'error',
  summary: 'Runtime expressions in callbacks and links follow their grammar.',
  why: 'An expression that does not parse has no value: the callback has no address to go to, the link nothing to pass on.',
  fix: 'Write $url, $method, $statusCode, or $request or $response followed by ".header.Name", ".query.name", ".path.name" or ".body#/pointer".',
  reference: 'OpenAPI 3.1.1, 4.8.20.5 Runtime Expressions',
  check(contract, report) {
    for (const callback of objectsOf(contract, 'callback')) {
      for (const [key, item] of callback.entries()) {
        if (!key.startsWith('x-') && key !== '$ref') checkText(key, item.location('key'), report);
      }
    }
    for (const link of objectsOf(contract, 'link')) {
      for (const [, value] of link.get('parameters')?.entries() ?? []) checkValue(value, report);
      const body = link.get('requestBody');
      if (body !== undefined) checkValue(body, report);
    }
  },
});

function checkValue(value: Node, report: Report): void {
  if (typeof value.value === 'string') checkText(value.value, value.location(), report);
}

function checkText(text: string, location: ReturnType<Node['location']>, report: Report): void {
  const embedded = [...text.matchAll(/\{(\$[^{}]*)\}/g)].map(([, inner = '']) => inner);
  const whole = /^\$(?:url|method|statusCode|request|response)\b/.test(text) ? [text] : [];
  const wrong = [...embedded, ...whole].find((each) => !expression.test(each));
  if (wrong === undefined) return;
  const message = `${JSON.stringify(wrong)} is no runtime expression. Write for instance "$request.body#/url" or "$response.header.Location".`;
  report({ location, message });
}
