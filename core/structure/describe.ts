import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../diagnostics/location.ts';
import { jsonTypeOf } from '../source/json.ts';
import type { Node } from '../source/node.ts';
import { escapeToken } from '../source/pointer.ts';
import type { Fault } from './explain/fault.ts';
import type { StructureRuleId } from './structure-rules.ts';
import { suggest } from './suggest.ts';
import { alternatives, formatNames, keyPatterns, quote, typeName, valuePatterns } from './words.ts';

/** Puts a fault into words, at its place. */
export function describe(fault: Fault): Diagnostic {
  const { node } = fault;
  switch (fault.kind) {
    case 'type':
      return finding(
        'structure-type',
        node.location(),
        `${subject(node)} must be ${typeNames(fault.expected)}, but is ${actual(node)}.${quotesHint(fault.expected, node)}`,
      );
    case 'missing':
      return finding('structure-required', node.location(), missing(fault.keys, node));
    case 'unknown-key':
      return finding('structure-unknown-key', keyLocation(node, fault.key), unknownKey(fault));
    case 'key':
      return finding('structure-value', keyLocation(node, fault.key), badKey(fault));
    case 'enum': {
      const guess =
        typeof node.value === 'string'
          ? suggest(
              node.value,
              fault.allowed.filter((value) => typeof value === 'string'),
            )
          : undefined;
      const hint = guess === undefined ? '' : ` Did you mean ${quote(guess)}?`;
      return finding(
        'structure-value',
        node.location(),
        `${subject(node)} must be ${alternatives(fault.allowed.map(quote))}, but is ${actualValue(node)}.${hint}`,
      );
    }
    case 'pattern': {
      const words = valuePatterns[fault.pattern] ?? `match the pattern ${fault.pattern}`;
      return finding(
        'structure-value',
        node.location(),
        `${subject(node)} must ${words}, which ${actualValue(node)} does not.`,
      );
    }
    case 'format': {
      const words = formatNames[fault.format] ?? `of the format ${quote(fault.format)}`;
      return finding(
        'structure-format',
        node.location(),
        `${subject(node)} must be ${words}, which ${actualValue(node)} is not.`,
      );
    }
    case 'bounds':
      return finding('structure-value', node.location(), `${subject(node)} must ${fault.words}.`);
    case 'duplicate':
      return duplicate(fault);
    case 'together':
      return finding(
        'structure-exclusive',
        keyLocation(node, fault.keys.at(-1) ?? ''),
        `${fault.keys.map(quote).join(' and ')} exclude each other. Keep one of them.`,
      );
    case 'forbidden': {
      const where = fault.beside === undefined ? 'here' : `beside ${quote(fault.beside)}`;
      return finding(
        'structure-exclusive',
        node.location('key'),
        `${subject(node)} is not allowed ${where}. Remove it.`,
      );
    }
    case 'combination':
      return finding(
        'structure-exclusive',
        node.location(),
        fault.words ?? `${subject(node)} combines members that do not go together. Compare it with the specification.`,
      );
  }
}

function finding(rule: StructureRuleId, location: Location, message: string): Diagnostic {
  return { rule, severity: 'error', message, location };
}

function keyLocation(node: Node, key: string): Location {
  return node.source.at(`${node.pointer}/${escapeToken(key)}`, 'key');
}

/** How people call the value: by its key, or by its number in a list. */
function subject(node: Node): string {
  const { parent, key } = node;
  if (parent === undefined) return 'The document';
  if (!parent.isArray) return quote(key);
  return `Item ${Number(key) + 1} of ${parent.parent === undefined ? 'the list' : quote(parent.key)}`;
}

function inside(node: Node): string {
  const name = subject(node);
  return name.startsWith('"') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function typeNames(types: readonly string[]): string {
  return alternatives(types.map(typeName));
}

function actual(node: Node): string {
  return node.value === null ? 'empty' : typeName(jsonTypeOf(node.value));
}

function actualValue(node: Node): string {
  const { value } = node;
  if (typeof value === 'object' && value !== null) return actual(node);
  return quote(value);
}

/** YAML reads `1.0`, `yes` and `2024-01-01` its own way; quotes make them text. */
function quotesHint(expected: readonly string[], node: Node): string {
  const scalar = typeof node.value === 'number' || typeof node.value === 'boolean';
  return scalar && expected.includes('string') ? ' Put it in quotes.' : '';
}

function missing(keys: readonly string[], node: Node): string {
  if (keys.length > 1) return `One of ${alternatives(keys.map(quote))} is needed. Add one to ${inside(node)}.`;
  return `Missing ${keys.map(quote).join('')}. Add it to ${inside(node)}.`;
}

function unknownKey(fault: Fault & { kind: 'unknown-key' }): string {
  const guess = suggest(fault.key, [...fault.known.names]);
  const patterns = [...fault.known.patterns];
  const shapes = patterns.filter((pattern) => !pattern.startsWith('^x-'));
  const words = shapes.map((pattern) => keyPatterns[pattern] ?? `keys that match ${pattern}`);
  const extensions = patterns.some((pattern) => pattern.startsWith('^x-')) ? ' Extensions start with "x-".' : '';
  if (guess !== undefined) return `Unknown key ${quote(fault.key)}; did you mean ${quote(guess)}?${extensions}`;
  if (words.length > 0) return `Unknown key ${quote(fault.key)}. Here stand ${alternatives(words)}.${extensions}`;
  return `Unknown key ${quote(fault.key)} in ${inside(fault.node)}. Remove it, or check where it belongs.${extensions}`;
}

function badKey(fault: Fault & { kind: 'key' }): string {
  const words =
    fault.pattern === undefined ? undefined : (keyPatterns[fault.pattern] ?? `keys that match ${fault.pattern}`);
  const rest = words === undefined ? '' : ` Here stand ${words}.`;
  return `${quote(fault.key)} is not allowed as a key of ${inside(fault.node)}.${rest}`;
}

function duplicate(fault: Fault & { kind: 'duplicate' }): Diagnostic {
  const { node, first, second } = fault;
  const at = (index: number): Location => (node.get(index) ?? node).location();
  const message = `Item ${second + 1} of ${inside(node)} repeats item ${first + 1}. Remove one of them.`;
  return {
    ...finding('structure-exclusive', at(second), message),
    related: [{ message: 'the first one', location: at(first) }],
  };
}
