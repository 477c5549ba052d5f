import { once } from "node:events";
import { createInterface } from "node:readline/promises";

let watching = false;

/** Whoever reads may have had enough (`| head`): that is no failure, and nobody is left to tell. */
export function endWithReader(): void {
  if (watching) return;
  watching = true;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      // Where it cannot be written either, the exit status says it.
      if (stream === process.stdout) process.stderr.write(`The answer could not be written: ${error.message}\n`);
      process.exit(2);
    });
  }
}

export const out = (line: string): void => void process.stdout.write(`${line}\n`);
export const err = (line: string): void => void process.stderr.write(`${line}\n`);

/** For answers of any length: waits where the reader is slower. */
export async function outSlowly(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

/** Anything but y or yes is a no. Asked on stderr: stdout is for answers. */
export async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Whoever breaks off here has said no: what waits for the answer puts away what it holds.
    const brokenOff = once(terminal, "close").then(() => "");
    return /^y(es)?$/i.test((await Promise.race([terminal.question(`${question} [y/N] `), brokenOff])).trim());
  } finally {
    terminal.close();
  }
}
