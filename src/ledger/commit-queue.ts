import type { Settled } from "./commit.ts";
import type { AppendRequest, AppendResult } from "./port.ts";

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Requests in one transaction at most: a longer one would hold up whoever reads meanwhile. */
const MOST = 64;

/**
 * Requests that arrive in the same turn of the event loop are committed together: the disk is waited for once. Whoever
 * comes alone waits no longer than without it.
 */
export class CommitQueue {
  readonly #commit: (requests: readonly AppendRequest[]) => readonly Settled[];
  #waiting: Waiting[] = [];
  #due: NodeJS.Immediate | null = null;

  /** @param commit throws where none of them is written. */
  constructor(commit: (requests: readonly AppendRequest[]) => readonly Settled[]) {
    this.#commit = commit;
  }

  add(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#due ??= setImmediate(() => this.flush());
    });
  }

  /** Commits what is waiting now. */
  flush(): void {
    if (this.#due !== null) clearImmediate(this.#due);
    this.#due = null;
    while (this.#waiting.length > 0) this.#together(this.#waiting.splice(0, MOST));
  }

  #together(group: readonly Waiting[]): void {
    try {
      const settled = this.#commit(group.map(({ request }) => request));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = settled[index];
        if (outcome !== undefined && "result" in outcome) resolve(outcome.result);
        else reject(outcome?.error);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
