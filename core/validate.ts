import { detectDialect } from './contract/dialect.ts';
import type { Contract, Dialect } from './contract/model.ts';
import { readContract } from './contract/read.ts';
import type { Fragment } from './contract/references.ts';
import { type Diagnostic, sortDiagnostics } from './diagnostics/diagnostic.ts';
import { printLocation } from './diagnostics/location.ts';
import { UsageError } from './diagnostics/usage-error.ts';
import { changedRelease, heldToSum } from './releases/held-to-sum.ts';
import { isFrozen } from './releases/is-frozen.ts';
import { contractRules, crossRules, ruleById } from './rules/index.ts';
import { oneFindingPerFault } from './rules/one-finding-per-fault.ts';
import type { Rule, RuleInfo } from './rules/rule.ts';
import { applySettings, defaultSettings, levelOf, maySpeak, type RuleSettings } from './rules/settings.ts';
import { applySuppressions, type RuleState } from './rules/suppressions.ts';
import type { Node } from './source/node.ts';
import type { Workspace } from './source/workspace.ts';
import { checkStructure } from './structure/index.ts';

/** What is known of one document. */
export interface Checked {
  readonly path: string;
  /** Undefined when the text could not be read or claims no dialect. */
  readonly contract: Contract | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Validation {
  readonly documents: readonly Checked[];
  /** Frozen releases that are what they were when they were frozen, and were not checked again. */
  readonly unchanged: readonly string[];
  /** All findings, those between contracts included, in the order of files and lines. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ValidateOptions {
  /** Takes a frozen release for checked whose digest is the one that was kept when it was checked and frozen. */
  readonly trustSums?: boolean;
}

/**
 * Validates the documents at `paths` (relative to the workspace's root) and what holds between them.
 * A wrong contract is a finding; nothing is thrown for one.
 *
 * @throws UsageError when one of the paths cannot be read at all.
 */
export async function validate(
  workspace: Workspace,
  paths: readonly string[],
  settings: RuleSettings = defaultSettings,
  { trustSums = false }: ValidateOptions = {},
): Promise<Validation> {
  const documents: Checked[] = [];
  const unchanged: string[] = [];
  const checkFragment = fragmentChecker();
  const rules = contractRules.filter((rule) => maySpeak(rule, settings));
  const found: Diagnostic[] = [];
  for (const path of paths) {
    const held = heldToSum(workspace, path);
    if (held === 'changed') found.push(...changedRelease(workspace, path));
    if (held === 'unchanged' && trustSums) unchanged.push(path);
    else documents.push(await checkDocument(workspace, path, rules, checkFragment));
  }
  found.push(...workspace.diagnostics, ...documents.flatMap((document) => document.diagnostics));
  found.push(...checkAcross(documents, settings));
  const weigh = (diagnostic: Diagnostic) => applySettings(diagnostic, ruleById(diagnostic.rule), settings) ?? [];
  const weighed = oneFindingPerFault(found.flatMap(weigh));
  const kept = applySuppressions(weighed, workspace.sources, (id, path) => stateOf(id, path, settings));
  // Suppressions have findings of their own, which can be weighed like any other.
  return { documents, unchanged, diagnostics: sortDiagnostics(unique(kept.flatMap(weigh))) };
}

type CheckFragment = (fragment: Fragment, dialect: Dialect) => Promise<readonly Diagnostic[]>;

/** What many contracts refer to, such as the error body of all services, is held against each meta-schema once. */
function fragmentChecker(): CheckFragment {
  const known = new Map<string, Promise<readonly Diagnostic[]>>();
  return ({ node, kind }, dialect) => {
    const key = `${dialect.spec} ${dialect.line} ${kind} ${node.place}`;
    const found = known.get(key) ?? checkStructure(node, dialect, kind);
    known.set(key, found);
    return found;
  };
}

async function checkDocument(
  workspace: Workspace,
  path: string,
  rules: readonly Rule[],
  checkFragment: CheckFragment,
): Promise<Checked> {
  const root = workspace.open(path);
  // No finding could stand in a text that nobody has read, and silence would read as "all is well".
  if ('refusal' in root) throw new UsageError(`The path ${root.refusal}. Name a contract that can be read.`);
  if (isBroken(workspace, root)) return { path, contract: undefined, diagnostics: [] };
  const dialect = detectDialect(root);
  if ('rule' in dialect) return { path, contract: undefined, diagnostics: [dialect] };
  const diagnostics: Diagnostic[] = [...(await checkStructure(root, dialect, 'document'))];
  const read = readContract(root, dialect, workspace);
  for (const fragment of read.references.fragments) diagnostics.push(...(await checkFragment(fragment, dialect)));
  diagnostics.push(...read.diagnostics);
  for (const rule of rules) {
    // Conventions may grow; what is frozen keeps those of its day.
    if (rule.ruleset === 'spec' || !isFrozen(path)) diagnostics.push(...runRule(rule, read.contract));
  }
  return { path, contract: read.contract, diagnostics };
}

function stateOf(id: string, path: string, settings: RuleSettings): RuleState {
  const rule = ruleById(id);
  if (rule === undefined) return 'unknown';
  return levelOf(rule, path, settings) === 'off' ? 'off' : 'on';
}

/** A text that did not parse says so itself; "this is no contract" on top of it would only confuse. */
function isBroken(workspace: Workspace, root: Node): boolean {
  return workspace.diagnostics.some(({ location }) => location.source.path === root.source.path);
}

function runRule(rule: Rule, contract: Contract): Diagnostic[] {
  const found: Diagnostic[] = [];
  rule.check(contract, (finding) => found.push(asDiagnostic(rule, finding)));
  return found;
}

function checkAcross(documents: readonly Checked[], settings: RuleSettings): Diagnostic[] {
  // A frozen release carries its own copy of everything; it is history and is not compared with its neighbours.
  const current = documents.flatMap(({ path, contract }) =>
    contract === undefined || isFrozen(path) ? [] : [{ path, contract }],
  );
  const found: Diagnostic[] = [];
  for (const rule of crossRules) {
    if (maySpeak(rule, settings)) rule.check(current, (finding) => found.push(asDiagnostic(rule, finding)));
  }
  return found;
}

function asDiagnostic(rule: RuleInfo, finding: Omit<Diagnostic, 'rule' | 'severity'>): Diagnostic {
  return { rule: rule.id, severity: rule.severity, ...finding };
}

/** A shared file that several contracts use is checked for each of them, and reported once. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const key = `${printLocation(diagnostic.location)} ${diagnostic.rule} ${diagnostic.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
