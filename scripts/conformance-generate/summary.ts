/** What became of one document in one target. */
export interface Outcome {
  readonly path: string;
  readonly target: string;
  /** Where it went wrong; undefined when it did not. */
  readonly failure: Failure | undefined;
  readonly cpuMs: number;
  /** How often the output says `any`. */
  readonly any: number;
}

export interface Failure {
  readonly stage: 'read' | 'generate' | 'type-check' | 'type-check 5.9';
  readonly message: string;
}

export interface Summary {
  readonly documents: number;
  readonly targets: Readonly<Record<string, TargetSummary>>;
  /** Emitters by other people, by their names. */
  readonly adapters: Readonly<Record<string, AdapterSummary>>;
  readonly cpuMs: Readonly<Record<string, { readonly median: number; readonly max: number }>>;
}

export interface TargetSummary {
  /** Of how many documents the target was asked for. */
  readonly asked: number;
  readonly generated: number;
  readonly typeChecked: number;
  readonly any: number;
  readonly failed: readonly ({ readonly path: string } & Failure)[];
}

export interface AdapterSummary {
  readonly version: string;
  /** Of how many documents. */
  readonly tried: number;
  /** From the document as it is. */
  readonly raw: FormSummary;
  /** From the document as our adapters prepare it. */
  readonly prepared: FormSummary;
}

export interface FormSummary {
  readonly generated: number;
  readonly typeChecked: number;
  readonly failed: readonly ({ readonly path: string } & Failure)[];
}

export function summarise(
  documents: number,
  targets: readonly string[],
  outcomes: readonly Outcome[],
  adapters: Summary['adapters'],
): Summary {
  const of = (target: string) => outcomes.filter((outcome) => outcome.target === target);
  return {
    documents,
    targets: Object.fromEntries(targets.map((target) => [target, summariseTarget(of(target))])),
    adapters,
    cpuMs: Object.fromEntries(targets.map((target) => [target, summariseTimes(of(target))])),
  };
}

function summariseTarget(outcomes: readonly Outcome[]): TargetSummary {
  const stages = outcomes.map(({ failure }) => failure?.stage);
  const generated = stages.filter((stage) => stage !== 'read' && stage !== 'generate').length;
  return {
    asked: outcomes.length,
    generated,
    typeChecked: stages.filter((stage) => stage === undefined).length,
    any: outcomes.reduce((sum, { any }) => sum + any, 0),
    failed: outcomes.flatMap(({ path, failure }) => (failure === undefined ? [] : [{ path, ...failure }])),
  };
}

function summariseTimes(outcomes: readonly Outcome[]) {
  const times = outcomes.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  return { median: round(times[times.length >> 1] ?? 0), max: round(times.at(-1) ?? 0) };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

export function printSummary({ documents, targets, adapters, cpuMs }: Summary): string {
  const lines = [`documents  ${documents}`];
  for (const [name, { asked, generated, typeChecked, any, failed }] of Object.entries(targets)) {
    const time = cpuMs[name];
    lines.push(
      `${name.padEnd(18)} ${generated} of ${asked} generated, ${typeChecked} type-checked, any ${any}, cpu ms median ${time?.median}, max ${time?.max}`,
      ...failed.map(({ path, stage, message }) => `  ${path}\n    ${stage}: ${message.slice(0, 400)}`),
    );
  }
  for (const [name, { version, tried, raw, prepared }] of Object.entries(adapters)) {
    const formOf = (form: FormSummary) => `${form.generated} generated, ${form.typeChecked} type-checked`;
    lines.push(`${`${name} ${version}`.padEnd(26)} of ${tried}: raw ${formOf(raw)}; prepared ${formOf(prepared)}`);
    lines.push(
      ...prepared.failed.map(
        ({ path, stage, message }) => `  prepared ${path}\n    ${stage}: ${message.slice(0, 400)}`,
      ),
    );
  }
  return lines.join('\n');
}
