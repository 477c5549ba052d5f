import { setTimeout } from "node:timers/promises";
import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import { parseCheckpoint } from "../../ledger/checkpoint.ts";
import type { Ledger } from "../../ledger/port.ts";
import { labelOf, parseDestination } from "./destination.ts";
import type { Destination } from "./destination.ts";
import { ShipFailure } from "./failure.ts";
import { send } from "./send.ts";
import { readShipping, writeShipping } from "./state.ts";
import type { Shipped } from "./state.ts";
import type { Services } from "../services.ts";

/** Ms that a stop waits for a destination: what is not taken by then is sent after the next start. */
const patience = 3000;
const anHour = 3_600_000;
const aMinute = 60_000;
/** Notes that wait for one destination at most; a newer one covers what an older one signed. */
const mostWaiting = 100;

interface Parts {
  readonly ledger: Ledger;
  readonly config: Pick<Config, "dataDir" | "shipTo" | "smtpUrl" | "mailFrom">;
  readonly log: Logger;
  /** Ms since 1970, by the real clock. */
  readonly now?: () => number;
}

/** Sends the newest signed checkpoint out, once an hour while entries are written and at each gate decision. */
export class Shipper {
  readonly #parts: Required<Parts>;
  readonly #destinations: readonly (readonly [string, Destination])[];
  readonly #shipped: Map<string, Shipped>;
  readonly #stopping = new AbortController();
  #seen: number | null = null;
  #queuedAt = 0;

  constructor(parts: Parts) {
    this.#parts = { now: Date.now, ...parts };
    this.#destinations = parts.config.shipTo.flatMap((text) => {
      const destination = parseDestination(text);
      return destination === null ? [] : [[text, destination] as const];
    });
    const stored = readShipping(parts.config.dataDir);
    this.#shipped = new Map(this.#destinations.map(([text]) => [text, stored(text)]));
  }

  /** One look: queues what is due, and sends what waits. Never throws for a destination, and no write waits for it. */
  async tick(): Promise<void> {
    if (await this.#isDue()) await this.#queue();
    await Promise.all(this.#destinations.map(async ([text, destination]) => this.#sendWaiting(text, destination)));
  }

  /** A destination did not take what was sent to it last. */
  get isBehind(): boolean {
    return [...this.#shipped.values()].some(({ failed }) => failed !== null);
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #isDue(): Promise<boolean> {
    const { ledger, now } = this.#parts;
    const { position } = await ledger.head();
    const decided = await this.#gateDecidedSince(this.#seen ?? position);
    this.#seen = position;
    return decided || now() - this.#queuedAt >= anHour;
  }

  async #gateDecidedSince(seen: number): Promise<boolean> {
    for (let after = seen; ;) {
      const events = await this.#parts.ledger.readAll(after, 500);
      if (events.some(({ type }) => type === "GateDecided")) return true;
      const last = events.at(-1);
      if (last === undefined) return false;
      after = last.position;
    }
  }

  async #queue(): Promise<void> {
    const note = await this.#parts.ledger.checkpoint();
    const size = sizeOf(note);
    if (note === null) return;
    this.#queuedAt = this.#parts.now();
    for (const [text, state] of this.#shipped) {
      const newest = Math.max(state.sent?.position ?? 0, sizeOf(state.waiting.at(-1) ?? null));
      if (size > newest) this.#keep(text, { ...state, waiting: [...state.waiting, note].slice(-mostWaiting) });
    }
  }

  async #sendWaiting(text: string, destination: Destination): Promise<void> {
    const { config, log, now } = this.#parts;
    for (let state = this.#shipped.get(text); state?.waiting[0] !== undefined; state = this.#shipped.get(text)) {
      const [note, ...rest] = state.waiting;
      if ((state.failed?.retryAt ?? 0) > now()) return;
      const position = sizeOf(note);
      try {
        await send(destination, note, config, this.#stopping.signal);
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        this.#failed(text, destination, error);
        return;
      }
      this.#keep(text, { sent: { position, at: now() }, waiting: rest, failed: null });
      log.info({ event: "checkpoint-shipped", to: labelOf(destination), position });
    }
  }

  /** Tried again after a minute, two, four …, at most an hour. */
  #failed(text: string, destination: Destination, error: unknown): void {
    const { log, now } = this.#parts;
    const { code, detail } = error instanceof ShipFailure ? error : new ShipFailure("unreachable");
    const state = this.#shipped.get(text);
    if (state === undefined) return;
    const times = (state.failed?.times ?? 0) + 1;
    const retryAt = now() + Math.min(anHour, aMinute * 2 ** Math.min(times - 1, 10));
    this.#keep(text, { ...state, failed: { code, detail, times, retryAt } });
    const waiting = state.waiting.length;
    log.warn({ event: "checkpoint-not-shipped", to: labelOf(destination), why: code, detail, waiting, times });
  }

  #keep(text: string, state: Shipped): void {
    this.#shipped.set(text, state);
    writeShipping(this.#parts.config.dataDir, this.#shipped);
  }
}

function sizeOf(note: string | null): number {
  return note === null ? 0 : (parseCheckpoint(note)?.size ?? 0);
}

/** Looks every few seconds; the returned function ends it and what is under way. */
export function startShipping(parts: Parts & Pick<Services, "upkeep">, every = 5000): () => Promise<void> {
  if (parts.config.shipTo.length === 0) return async () => undefined;
  const shipper = new Shipper(parts);
  let running: Promise<void> | null = null;
  const tick = (): void => {
    running ??= shipper
      .tick()
      .then(() => (shipper.isBehind ? undefined : parts.upkeep.note("shipping", "well")))
      .catch((error: unknown) => {
        parts.upkeep.note("shipping", "wrong");
        parts.log.error({ err: error }, "shipping failed");
      })
      .finally(() => (running = null));
  };
  tick();
  const timer = setInterval(tick, every).unref();
  return async () => {
    clearInterval(timer);
    shipper.stop();
    await Promise.race([running, setTimeout(patience, undefined, { ref: false })]);
  };
}
