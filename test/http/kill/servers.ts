import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Server {
  readonly url: string;
  /** SIGKILL; answers when the process is gone. */
  readonly kill: () => Promise<void>;
}

/**
 * One real server after the other on the same folder. While one works the next already loads its modules, which is
 * most of what a start takes; what the ledger needs happens only when it is told to begin.
 */
export class Servers {
  readonly #dataDir: string;
  #spare: ChildProcess;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.#spare = this.#load();
  }

  async start(): Promise<Server> {
    const child = this.#spare;
    this.#spare = this.#load();
    child.send("begin");
    return { url: await addressOf(child), kill: () => killed(child) };
  }

  async close(): Promise<void> {
    await killed(this.#spare);
  }

  #load(): ChildProcess {
    return spawn(process.execPath, [join(import.meta.dirname, "server.ts")], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      env: {
        ...process.env,
        TOUCHSTONE_DATA: this.#dataDir,
        TOUCHSTONE_LOG_LEVEL: "error",
        PORT: "0",
        HOST: "127.0.0.1",
      },
    });
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("The server has no error output");
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const [, url] = /^Touchstone is open at (\S+)$/.exec(line) ?? [];
    if (url === undefined) said.push(line);
    else {
      child.stderr.resume();
      return url;
    }
  }
  throw new Error(`The server did not start:\n${said.join("\n")}`);
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.kill("SIGKILL");
  });
}
