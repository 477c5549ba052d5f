import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface KillOptions {
  /** TypeScript file to run with this Node. */
  readonly script: string;
  readonly args?: readonly string[];
  /** SIGKILL follows at once when the child has written this many lines. */
  readonly afterLines: number;
}

/**
 * Runs a child that acknowledges what it did, a line each, and kills it without warning in the middle. Answers the
 * complete lines that arrived: what the child acknowledged.
 */
export async function runAndKill({ script, args = [], afterLines }: KillOptions): Promise<string[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === afterLines) child.kill("SIGKILL");
  }
  await exited;
  if (child.signalCode !== "SIGKILL") throw new Error(`the child ended before it was killed: ${errors}`);
  // A line cut in its middle by the kill was not acknowledged; writers end each line with a full stop.
  return lines.filter((line) => line.endsWith(".")).map((line) => line.slice(0, -1));
}
