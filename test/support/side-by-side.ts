import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";

/** `node side-by-side.ts SCRIPT…`: npm scripts, as many at once as there are cores; says what each that fails has said. */
const waiting = process.argv.slice(2);

async function lane(): Promise<void> {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
    const child = spawn("npm", ["run", "--silent", script], { shell: process.platform === "win32" });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => output.push(bytes));
    const [status] = (await once(child, "close")) as [number | null];
    process.stdout.write(`${status === 0 ? "✓" : "✗"} ${script}\n`);
    if (status === 0) continue;
    process.stdout.write(Buffer.concat(output));
    process.exitCode = 1;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, lane));
