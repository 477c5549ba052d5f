import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const cli = join(import.meta.dirname, "../../src/cli.ts");

/** `touchstone serve` as an operator starts it: a process of its own that says on its console how to begin. */
export class Served {
  private readonly child: ChildProcess;
  private said = "";

  private constructor(child: ChildProcess) {
    this.child = child;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (this.said += text));
  }

  static async start(folder: string): Promise<Served> {
    const env = {
      ...process.env,
      PORT: "0",
      TOUCHSTONE_DATA: folder,
      TOUCHSTONE_LOG_LEVEL: "fatal",
      TOUCHSTONE_GATE_QUALITY: "false",
    };
    const served = new Served(spawn(process.execPath, [cli, "serve"], { env, stdio: ["ignore", "ignore", "pipe"] }));
    await served.hears(/is open at (\S+)/);
    return served;
  }

  get url(): string {
    return /is open at (\S+)/.exec(this.said)?.[1] ?? "";
  }

  /** Waits until the console shows it, and gives the first group. */
  async hears(pattern: RegExp): Promise<string> {
    for (const patience = Date.now() + 30_000; Date.now() < patience;) {
      const found = pattern.exec(this.said)?.[1];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null) break;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`The console never showed ${pattern.source}:\n${this.said}`);
  }

  silentAbout(pattern: RegExp): boolean {
    return !pattern.test(this.said);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await gone;
  }
}

export type Answer = { readonly status: number | null; readonly json: unknown };

/** One `touchstone` command on a folder that no server has open. */
export async function touchstone(folder: string, ...args: readonly string[]): Promise<Answer> {
  const env = {
    ...process.env,
    TOUCHSTONE_DATA: folder,
    TOUCHSTONE_LOG_LEVEL: "fatal",
    TOUCHSTONE_GATE_QUALITY: "false",
  };
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, json: JSON.parse(out) as unknown };
}
