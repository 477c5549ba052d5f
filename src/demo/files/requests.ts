import type { Random } from "../random.ts";

/** One level of a generated load test, at one concurrency. */
export interface LoadLevel {
  readonly threads: number;
  readonly seconds: number;
  readonly requestsPerSecond: number;
  /** Median response time, ms. */
  readonly medianMs: number;
  /** Share of requests that fail, 0–1. */
  readonly failing: number;
  /** Share of ten-second spells in which the service stalls, 0–1. */
  readonly stalling?: number;
}

/** What a run is like at all its levels. */
export interface RunStyle {
  readonly asks: readonly [string, ...string[]];
  /** Standard deviation of the logarithm of a response time. */
  readonly spread: number;
  /** How far the rate wanders around its level, 0–1. */
  readonly wobble: number;
}

export interface Asked {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly elapsedMs: number;
  readonly ask: string;
  readonly failed: boolean;
  readonly bytes: number;
  readonly threads: number;
}

export const plainRun: RunStyle = { asks: ["Open case", "Search", "Save reply", "Print"], spread: 0.35, wobble: 0 };

/** Requests a second: a spell of ten seconds in which nothing was asked shows nothing. */
const inEverySpell = 0.11;

/** The requests of a run, level after level. `start` is epoch milliseconds. */
export function* requests(
  random: Random,
  start: number,
  levels: readonly LoadLevel[],
  style: RunStyle = plainRun,
): Generator<Asked> {
  let clock = start;
  for (const level of levels) {
    const end = clock + level.seconds * 1000;
    let [stalledUntil, spellEnds, gap] = [0, 0, 1000 / level.requestsPerSecond];
    for (let at = clock; at < end; at += gap) {
      if (style.wobble > 0 && at >= spellEnds) {
        const rate = level.requestsPerSecond * (1 + style.wobble * random.between(-1, 1));
        [gap, spellEnds] = [1000 / Math.max(inEverySpell, rate), at + 30_000];
      }
      if (random.next() < ((level.stalling ?? 0) * gap) / 10_000) stalledUntil = at + 10_000;
      yield request(random, Math.round(at), level, style, at < stalledUntil);
    }
    clock = end;
  }
}

function request(random: Random, at: number, level: LoadLevel, { asks, spread }: RunStyle, stalled: boolean): Asked {
  const ask = random.pick(asks);
  const elapsed = level.medianMs * Math.exp(random.normal(0, spread)) * (stalled ? 8 : 1);
  const failed = random.next() < level.failing * (stalled ? 20 : 1);
  const elapsedMs = Math.max(2, Math.round(elapsed));
  return { at, elapsedMs, ask, failed, bytes: random.whole(900, 4200), threads: level.threads };
}

/** Lines put together in pieces of about 256 KB. */
export function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    if (chunk.length <= 262_144) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}
