import type { Hono } from 'hono';
import { Gauge } from 'prom-client';
import type { DevelopmentIssuer } from '../../common/auth/development-issuer.ts';
import { systemClock } from '../../common/clock.ts';
import type { Upgrades } from '../../common/listen.ts';
import { createLogger } from '../../common/logging.ts';
import { limitsCheck, openLimits } from '../../common/rate-limits/open-limits.ts';
import { type OpenOptions as OpenServiceOptions, openService } from '../../common/service/open.ts';
import type { ServerEnv } from '../generated/index.ts';
import { createApp } from './app.ts';
import type { GatewayConfig } from './config.ts';
import type { GatewayDeps, Policies } from './deps.ts';
import { Streams } from './streams/streams.ts';
import { createUpgrades } from './streams/upgrades.ts';
import { createStreamUpstream } from './streams/upstream.ts';
import { type InProcess, openOnes, openUpstreams, upstreamChecks } from './upstreams/open.ts';

export interface OpenGateway {
  readonly app: Hono<ServerEnv>;
  readonly deps: GatewayDeps;
  /** Takes the handshakes of streams, for the server that the app is served by. */
  readonly upgrades: Upgrades;
  /** There only when no keys are configured. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Frees what is held open towards Redis and the upstreams. */
  close(): Promise<void>;
}

export interface OpenOptions extends OpenServiceOptions {
  /** Services of this process, asked without a socket. */
  readonly inProcess?: InProcess;
}

/** The whole gateway but its socket. */
export async function openGateway(config: GatewayConfig, options: OpenOptions = {}): Promise<OpenGateway> {
  const { clock = systemClock } = options;
  const logger = options.logger ?? createLogger({ service: 'gateway', level: config.logLevel });
  const upstreams = openUpstreams(config, options.inProcess);
  const limits = openLimits({ redisUrl: config.redisUrl, clock, logger });
  const checks = [...upstreamChecks(upstreams), ...(config.redisUrl === undefined ? [] : [limitsCheck(limits)])];
  const { issuer, ...service } = await openService(config, { name: 'gateway', checks }, { ...options, logger });
  const deps: GatewayDeps = {
    ...service,
    clock,
    upstreams,
    streamUpstream: openStreamUpstream(config),
    streams: new Streams(config.streams, service.metrics.registry),
    limits,
    policies: policiesOf(config),
    maxBodyBytes: config.maxBodyBytes,
    bodyTimeoutMs: config.bodyTimeoutMs,
    allowedOrigins: config.allowedOrigins,
  };
  measure(deps);
  const app = createApp(deps);
  const onError = (error: unknown) => logger.error({ error }, 'handshake failed');
  const upgrades = createUpgrades({ app, streams: deps.streams, onError });
  return { app, deps, upgrades, issuer, close };

  async function close(): Promise<void> {
    for (const { breaker } of breakersOf(deps)) breaker.stop();
    await limits.close();
  }
}

function openStreamUpstream({ streams, upstreamTimeoutMs: timeoutMs }: GatewayConfig) {
  const { url: baseUrl } = streams;
  return baseUrl === undefined ? undefined : createStreamUpstream({ baseUrl, timeoutMs });
}

function policiesOf({ rateLimit, clientLimit, uploadBytes, audioSeconds, streams }: GatewayConfig): Policies {
  return { tenant: rateLimit, client: clientLimit, uploadBytes, audioSeconds, streams: streams.perTenant };
}

function breakersOf({ upstreams, streamUpstream }: GatewayDeps) {
  return [...openOnes(upstreams), ...(streamUpstream === undefined ? [] : [streamUpstream])];
}

function measure(deps: GatewayDeps): void {
  const { metrics, limits } = deps;
  const registers = [metrics.registry];
  new Gauge({
    name: 'rate_limits_shared',
    help: '1 while rate limits are counted in Redis, 0 while each process counts by itself.',
    registers,
    collect() {
      this.set(limits.shared() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'upstream_circuit_open',
    help: '1 while a circuit is open, 0.5 while it lets one call through, 0 while it is closed.',
    labelNames: ['upstream'],
    registers,
    collect() {
      const values = { open: 1, 'half-open': 0.5, closed: 0 };
      for (const { name, breaker } of breakersOf(deps)) this.set({ upstream: name }, values[breaker.state()]);
    },
  });
}
