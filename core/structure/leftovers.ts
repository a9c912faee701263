import type { Dialect } from '../contract/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Fault } from './explain/fault.ts';
import type { StructureRuleId } from './structure-rules.ts';

/**
 * What authors carry over from OpenAPI 3.0 into the Schema Objects of 3.1 and 3.2, where it is wrong and yet leaves no
 * doubt what it means. The published 3.1 schema does not look into Schema Objects at all, so tools let it pass; here it
 * is a warning.
 */
export function leftover(fault: Fault, dialect: Dialect): Diagnostic | undefined {
  if (dialect.spec !== 'openapi' || (dialect.line !== '3.1' && dialect.line !== '3.2')) return undefined;
  const { node } = fault;
  if (fault.kind === 'type' && typeof node.value === 'boolean' && /^exclusive(Minimum|Maximum)$/.test(node.key)) {
    const bound = node.key === 'exclusiveMinimum' ? 'minimum' : 'maximum';
    const message = `"${node.key}: ${node.value}" is how OpenAPI 3.0 wrote it. Since 3.1 it is the bound itself: a number in place of "${bound}".`;
    return warning('structure-type', node.location(), message);
  }
  if (fault.kind === 'duplicate' && node.key === 'required') {
    const message = `Item ${fault.second + 1} of "required" repeats item ${fault.first + 1}. Remove one of them.`;
    return warning('structure-exclusive', (node.get(fault.second) ?? node).location(), message);
  }
  return undefined;
}

function warning(rule: StructureRuleId, location: Diagnostic['location'], message: string): Diagnostic {
  return { rule, severity: 'warning', message, location };
}
