import { Random } from './random.ts';
import { randomRequest } from './requests.ts';

export interface FuzzReport {
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What must not be, with the request that led there. */
  readonly faults: readonly string[];
}

export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  readonly authorization: string;
}

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** Sends random requests and holds every answer against what must be true of all of them. */
export async function fuzz(app: App, { requests, seed, authorization }: FuzzOptions): Promise<FuzzReport> {
  const random = new Random(seed);
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  for (let i = 0; i < requests; i++) {
    const request = randomRequest(random, authorization);
    const about = `${i}: ${request.method} ${request.url.slice(0, 300)}`;
    const response = await app.fetch(request);
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    faults.push(
      ...faultsOf(response, await response.text(), request.method === 'HEAD').map((fault) => `${about} ${fault}`),
    );
  }
  return { statuses, faults };
}

const traces = [/\n\s+at /, /node_modules/, /\.ts:\d/, /\bError:/];

function faultsOf(response: Response, text: string, bodiless: boolean): string[] {
  const { status, headers } = response;
  const faults = status >= 500 ? [`answers ${status}: ${text.slice(0, 300)}`] : [];
  if (traces.some((trace) => trace.test(text))) faults.push(`shows its inside: ${text.slice(0, 300)}`);
  if (headers.has('X-Injected')) faults.push('lets a header be injected');
  if (status < 400 || bodiless) return faults;
  if (headers.get('Content-Type') !== 'application/problem+json')
    return [...faults, `answers ${status} without a problem`];
  const problem: unknown = JSON.parse(text);
  const isWhole =
    isObject(problem) && problem.status === status && typeof problem.type === 'string' && 'requestId' in problem;
  return isWhole ? faults : [...faults, `answers an incomplete problem: ${text.slice(0, 300)}`];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
