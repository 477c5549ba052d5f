import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Clock } from "../application/clock.ts";
import type { Instant } from "../domain/words/text.ts";

/** The demonstration's clock: real time plus the days a person has advanced it by, kept over restarts. */
export class DemoClock implements Clock {
  private readonly file: string;
  private aheadMs: number;
  private frozen: number | null = null;

  constructor(file: string) {
    this.file = file;
    this.aheadMs = readAhead(file);
  }

  now(): Instant {
    return new Date(this.frozen ?? Date.now() + this.aheadMs).toISOString();
  }

  /** Whole days, 1 to 400. */
  advance(days: number): void {
    const ahead = this.aheadMs + days * 86_400_000;
    writeFileSync(`${this.file}.new`, String(ahead), { flush: true });
    renameSync(`${this.file}.new`, this.file);
    // Only what is kept counts: a full disk must not move the clock for a while.
    this.aheadMs = ahead;
  }

  /** While the portfolio is generated, time stands where the story says; null lets it run again. */
  stand(at: number | null): void {
    this.frozen = at;
  }
}

function readAhead(file: string): number {
  try {
    const ahead = Number(readFileSync(file, "utf8"));
    return Number.isFinite(ahead) && ahead > 0 ? ahead : 0;
  } catch {
    return 0;
  }
}
