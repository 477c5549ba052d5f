import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Taken {
  /** Of all threads, from the start of the process to its end. */
  readonly cpuMs: number;
  readonly highestBytes: number;
}

/** What a script takes as a process of its own. @throws where it fails. */
export async function takenBy(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Taken> {
  const before = ["--import", join(import.meta.dirname, "cpu-at-end.ts")];
  const options = { env: { ...process.env, ...env }, maxBuffer: 1 << 26 };
  const { stdout } = await promisify(execFile)(process.execPath, [...before, script, ...args], options);
  return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as Taken;
}
