import type { Load, Served } from "./client.ts";
import { nextMessage, startChild, stopped } from "./child.ts";

/** Somebody who asks, in a process of their own. */
export class Client {
  readonly #child = startChild("client-process.ts", []);

  async run(load: Load): Promise<Served> {
    this.#child.send(load);
    return (await nextMessage(this.#child)) as Served;
  }

  async stop(): Promise<void> {
    await stopped(this.#child);
  }
}
