import type { Tip } from "./append.ts";
import { frontierOf } from "./merkle.ts";
import type { ReadNode } from "./merkle.ts";
import type { Statements } from "./statements.ts";

/** The log's end as this process knows it; another one (the CLI beside the server) may have appended since. */
export class LogEnd {
  readonly #sql: Statements;
  readonly #readNode: ReadNode;
  #tip: Tip;

  constructor(sql: Statements, readNode: ReadNode) {
    this.#sql = sql;
    this.#readNode = readNode;
    this.#tip = this.#read();
  }

  /** As it was last known. */
  get known(): Tip {
    return this.#tip;
  }

  /** @param newest position, where the caller has read it. */
  current(newest: number = this.#sql.tip.get()?.position ?? 0): Tip {
    if (newest !== this.#tip.frontier.size) this.#tip = this.#read();
    return this.#tip;
  }

  /** @param tip of what is committed, nothing else. */
  move(tip: Tip): void {
    this.#tip = tip;
  }

  #read(): Tip {
    const tip = this.#sql.tip.get();
    return { frontier: frontierOf(tip?.position ?? 0, this.#readNode), time: tip?.time ?? null };
  }
}
