import { Counter, Gauge, type Registry } from 'prom-client';
import type { WebSocket } from 'ws';
import type { Slot } from '../../../common/rate-limits/rate-limits.ts';
import type { AudioMeter } from './audio-meter.ts';
import { type Joined, type JoinLimits, join } from './join.ts';
import { clientGone, closing, knownCodes } from './protocol.ts';

/** A client that asks for an upgrade, on its way through the routes. */
export class Offer {
  /** What it will be joined to, once everything that stands before the upgrade has been passed. */
  accepted: Acceptance | undefined;
}

export interface Acceptance {
  readonly service: WebSocket;
  readonly slot: Slot;
  readonly meter: AudioMeter;
  readonly tokenMs: number;
}

/** All streams of this process. */
export class Streams {
  readonly #limits: JoinLimits;
  readonly #offers = new WeakMap<Request, Offer>();
  readonly #open = new Set<Joined>();
  readonly #closed: Counter;
  readonly #pauses: Counter;
  #draining = false;

  constructor(limits: JoinLimits, registry: Registry) {
    this.#limits = limits;
    const registers = [registry];
    const open = this.#open;
    new Gauge({
      name: 'streams_open',
      help: 'Streams that are joined now.',
      registers,
      collect() {
        this.set(open.size);
      },
    });
    this.#closed = new Counter({
      name: 'streams_closed_total',
      help: 'Streams that have ended, by the closing code of the client.',
      labelNames: ['code'],
      registers,
    });
    this.#pauses = new Counter({
      name: 'stream_pauses_total',
      help: 'How often a sender was held up because its reader was slow.',
      labelNames: ['sender'],
      registers,
    });
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** To be called for a request that the routes will be asked for and that comes with a socket to upgrade. */
  offer(request: Request): Offer {
    const offer = new Offer();
    this.#offers.set(request, offer);
    return offer;
  }

  /** Undefined for a request whose connection cannot become a WebSocket. */
  offerOf(request: Request): Offer | undefined {
    return this.#offers.get(request);
  }

  /** The client's side is open. */
  join(client: WebSocket, { service, slot, meter, tokenMs }: Acceptance, onError: (error: unknown) => void): void {
    const joined = join(client, service, {
      ...this.#limits,
      tokenMs,
      onMessage: meter.hear,
      onPause: (sender) => this.#pauses.inc({ sender }),
      onEnd: (code) => {
        this.#closed.inc({ code: knownCodes.has(code) ? code : 'other' });
        meter.flush();
        slot.release().catch(onError);
      },
    });
    this.#open.add(joined);
    void joined.ended.then(() => this.#open.delete(joined));
    if (this.#draining) joined.close(closing.restart, shuttingDown);
  }

  /** The client has gone before its side was open. */
  async abandon({ service, slot }: Acceptance): Promise<void> {
    service.resume();
    service.close(clientGone);
    await slot.release();
  }

  /** Takes no new streams, gives those that are open some time, then closes them so that clients go elsewhere. */
  async drain(graceMs: number): Promise<void> {
    this.#draining = true;
    const ended = () => Promise.all([...this.#open].map((joined) => joined.ended));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([ended(), grace]);
    clearTimeout(timer);
    for (const joined of this.#open) joined.close(closing.restart, shuttingDown);
    await ended();
  }
}

const shuttingDown = 'The gateway is shutting down; connect again';
