import type { Contract } from '../../core/contract/model.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import type { Adapter, Generated, GeneratedFile, Target, TargetOptions } from '../../generators/index.ts';
import { isSafePath } from '../../generators/output/paths.ts';

/** Whether a plugin's export looks like a target; what its `generate` gives is looked at when it has run. */
export function isPluginTarget(value: unknown): value is Target | Adapter {
  if (typeof value !== 'object' || value === null) return false;
  const { id, summary, accepts, options, generate } = value as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    /^[a-z][a-z0-9-]{0,63}$/.test(id) &&
    typeof summary === 'string' &&
    Array.isArray(accepts) &&
    accepts.length > 0 &&
    accepts.every((kind) => kind === 'http' || kind === 'event') &&
    (options === undefined || (Array.isArray(options) && options.every(isOption))) &&
    typeof generate === 'function'
  );
}

/** The same target; its failures name the plugin, and what it returns is checked as nobody's word is taken. */
export function withoutCrashes(target: Target | Adapter, plugin: string): Adapter {
  const { id, summary, accepts, options = [] } = target;
  return {
    ...{ id, summary, accepts, options },
    async generate(contract, given) {
      const generated = await attempt(target, plugin, contract, given);
      const wrong = whatIsWrong(generated);
      if (wrong !== undefined)
        throw new UsageError(`The target "${id}" of the plugin ${plugin} ${wrong}. This is for its author to mend.`);
      return generated;
    },
  };
}

async function attempt(
  target: Target | Adapter,
  plugin: string,
  contract: Contract,
  options: TargetOptions,
): Promise<Generated> {
  try {
    return await target.generate(contract, options);
  } catch (error) {
    const told = error instanceof UsageError ? error.message : stackOf(error);
    throw new UsageError(
      `The target "${target.id}" of the plugin ${plugin} failed on ${contract.root.source.path}: ${told}`,
    );
  }
}

/** Down to where we call the plugin; what is below is ours and tells its author nothing. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? String(error)).split('\n');
  const ours = lines.findIndex((line) => /\battempt\b/.test(line));
  return lines.slice(0, ours < 0 ? 4 : ours).join('\n');
}

function whatIsWrong(generated: unknown): string | undefined {
  const { files, diagnostics } = (generated ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(files) || !Array.isArray(diagnostics)) return 'returns no lists "files" and "diagnostics"';
  const odd = files.find((file) => !isFile(file));
  if (odd !== undefined) return 'returns a file without the texts "path" and "text"';
  const seen = new Set<string>();
  for (const { path } of files.filter(isFile)) {
    if (!isSafePath(path)) return `makes the path ${JSON.stringify(path)}, which is no plain path inside its folder`;
    if (seen.has(path.toLowerCase())) return `makes ${JSON.stringify(path)} twice`;
    seen.add(path.toLowerCase());
  }
  return diagnostics.every(isDiagnostic)
    ? undefined
    : 'returns a diagnostic without "rule", "severity", "message" and "location"';
}

function isOption(value: unknown): boolean {
  const { name, values, about } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isWords = Array.isArray(values) && values.length > 0 && values.every((word) => typeof word === 'string');
  return typeof name === 'string' && isWords && typeof about === 'string';
}

function isFile(value: unknown): value is GeneratedFile {
  const { path, text } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof path === 'string' && typeof text === 'string';
}

function isDiagnostic(value: unknown): boolean {
  const { rule, severity, message, location } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof rule === 'string' &&
    typeof message === 'string' &&
    (severity === 'error' || severity === 'warning' || severity === 'info') &&
    typeof location === 'object' &&
    location !== null &&
    'source' in location
  );
}
