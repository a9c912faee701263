export interface Check {
  readonly name: string;
  /** Resolves when the dependency answers. Its error is not shown, unless it is an `ObservedError`. */
  readonly probe: () => Promise<unknown>;
  /** The service can do without it: its silence makes the service degraded, not unready. */
  readonly optional?: boolean;
}

/** Says what is wrong in words for the operator, without addresses and credentials, which other errors may hold. */
export class ObservedError extends Error {
  override readonly name = 'ObservedError';
}

export interface CheckResult {
  name: string;
  status: 'ok' | 'degraded' | 'unavailable';
  detail?: string;
}

export interface Readiness {
  status: 'ready' | 'degraded' | 'unavailable';
  checks: CheckResult[];
}

const probeTimeoutMs = 1_000;

/** Answers `/ready`. A service that drains is not ready, although everything it needs is there. */
export class Health {
  readonly #checks: readonly Check[];
  readonly #onFailure: (name: string, error: unknown) => void;
  #draining = false;

  /** `onFailure` gets what the answer keeps back. */
  constructor(checks: readonly Check[], onFailure: (name: string, error: unknown) => void) {
    this.#checks = checks;
    this.#onFailure = onFailure;
  }

  get draining(): boolean {
    return this.#draining;
  }

  drain(): void {
    this.#draining = true;
  }

  async readiness(): Promise<Readiness> {
    const checks = await Promise.all(this.#checks.map((check) => runCheck(check, this.#onFailure)));
    if (this.#draining || checks.some((check) => check.status === 'unavailable'))
      return { status: 'unavailable', checks };
    return { status: checks.every((check) => check.status === 'ok') ? 'ready' : 'degraded', checks };
  }
}

async function runCheck(
  { name, probe, optional = false }: Check,
  onFailure: (name: string, error: unknown) => void,
): Promise<CheckResult> {
  const failed = optional ? 'degraded' : 'unavailable';
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, probeTimeoutMs, 'late');
  });
  try {
    const outcome = await Promise.race([probe(), timeout]);
    if (outcome !== 'late') return { name, status: 'ok' };
    return { name, status: failed, detail: `No answer within ${probeTimeoutMs} ms.` };
  } catch (error) {
    onFailure(name, error);
    const detail = error instanceof ObservedError ? error.message : 'It refused or did not answer. The log says why.';
    return { name, status: failed, detail };
  } finally {
    clearTimeout(timer);
  }
}
