import type { Slot } from '../../../common/rate-limits/rate-limits.ts';
import { refuse } from '../../../common/service/answers.ts';
import type { Asked } from '../deps.ts';
import { demand, streamsQuota, streamsWindowSeconds, tooMany, usageOf } from '../edge/quotas.ts';
import { troubleOf, upstreamFailed, upstreamUnavailable } from '../upstreams/trouble.ts';
import { AudioMeter } from './audio-meter.ts';
import type { Connected } from './connect.ts';
import { protocols } from './protocol.ts';
import type { Offer } from './streams.ts';
import { list } from './upgrades.ts';

/** Everything that stands before an upgrade. Undefined: the offer is accepted. */
export async function openStream(offer: Offer, context: Asked) {
  const { deps, request, principal } = context;
  const { streamUpstream: upstream, streams } = deps;
  if (upstream === undefined || streams.draining) return upstreamUnavailable('asr-streaming');
  if (!isAllowed(request.headers.get('origin'), deps.allowedOrigins)) return foreignOrigin();
  const fault = faultOf(request.headers);
  if (fault !== undefined) return refuse('invalid-request', fault.detail, [fault]);
  await demand('audio-seconds', principal, deps);
  const slot = await holdSlot(context);
  try {
    const connected = await connectTo(upstream, context);
    if ('socket' in connected) {
      const tokenMs = principal.expiresAt.getTime() - deps.clock().getTime() + toleranceMs;
      offer.accepted = { service: connected.socket, slot, tokenMs, meter: meterFor(context) };
      return undefined;
    }
    await slot.release();
    return connected;
  } catch (error) {
    await slot.release();
    throw error;
  }
}

/** A stream counts while it is open. When one will end nobody knows, so that `Retry-After` is a proposal. */
async function holdSlot({ deps, principal }: Asked): Promise<Slot> {
  const { streams } = deps.policies;
  const slot = await deps.limits.hold(principal.tenant, streams);
  if (slot !== undefined) return slot;
  deps.metrics.limited.inc();
  const policy = { requests: streams, windowSeconds: streamsWindowSeconds };
  const detail = `The tenant has ${streams} streams open, as many as it may have at once.`;
  throw tooMany({ name: streamsQuota, policy, wait: 5, detail, unit: 'concurrent-requests' });
}

/** Audio is counted as it comes, against the tenant's quota. */
function meterFor({ deps, principal, requestId }: Asked): AudioMeter {
  return new AudioMeter((seconds) => {
    const failed = (error: unknown) => deps.logger.warn({ error, requestId }, 'audio was not counted');
    deps.limits.add(usageOf('audio-seconds', principal, deps, seconds)).catch(failed);
  });
}

/** A token is taken for this long after it has expired, because clocks differ. */
const toleranceMs = 5_000;

async function connectTo(upstream: NonNullable<Asked['deps']['streamUpstream']>, context: Asked) {
  const { deps, request, requestId, operationId, principal } = context;
  const { signal } = request;
  const authorization = request.headers.get('authorization') ?? '';
  try {
    const connected = await upstream.open({ requestId, principal, authorization, signal });
    if ('socket' in connected) return connected;
    const { status } = connected.refusal;
    deps.logger.warn({ requestId, operationId, upstream: upstream.name, status }, 'upstream refused a stream');
    return refusalOf(connected.refusal, upstream.name);
  } catch (error) {
    const trouble = troubleOf(error, upstream.name);
    if (trouble === undefined) throw error;
    deps.logger.warn({ error, requestId, operationId, upstream: upstream.name }, 'upstream trouble');
    return trouble;
  }
}

/** The speech service checks the token once more, and may be full; whatever else it says is a fault of its own. */
function refusalOf({ status, headers }: Extract<Connected, { refusal: unknown }>['refusal'], name: string) {
  const seconds = Number(headers['retry-after']);
  switch (status) {
    case 401: {
      const challenge = 'Bearer realm="ai2text", error="invalid_token"';
      const refused = refuse('unauthenticated', 'The speech service does not take this access token.');
      return { ...refused, headers: { 'WWW-Authenticate': challenge } };
    }
    case 403:
      return refuse('insufficient-scope', 'The speech service does not allow this to the bearer of the token.');
    case 429:
    case 503:
      return upstreamUnavailable(name, Number.isInteger(seconds) && seconds >= 0 ? seconds : undefined);
    default:
      return upstreamFailed(name);
  }
}

/** Browsers say which page asks, and cannot be kept from opening a WebSocket; whatever else asks says nothing. */
function isAllowed(origin: string | null, allowed: readonly string[]): boolean {
  return origin === null || allowed.includes(origin);
}

function foreignOrigin() {
  return refuse('origin-not-allowed', 'Pages of this origin may not open streams.');
}

/** What is wrong with a handshake (RFC 6455, section 4.2.1), which would otherwise be noticed after the service was asked. */
function faultOf(headers: Headers): { readonly parameter: string; readonly detail: string } | undefined {
  const offered = list(headers.get('sec-websocket-protocol'));
  if (headers.get('sec-websocket-version') !== '13')
    return { parameter: 'Sec-WebSocket-Version', detail: 'must be 13' };
  if (!/^[+/0-9A-Za-z]{22}==$/.test(headers.get('sec-websocket-key') ?? '')) {
    return { parameter: 'Sec-WebSocket-Key', detail: 'must be 16 bytes in Base64' };
  }
  if (offered.length > 0 && !protocols.some((protocol) => offered.includes(protocol))) {
    return { parameter: 'Sec-WebSocket-Protocol', detail: `must hold ${protocols.join(' or ')}` };
  }
  return undefined;
}
