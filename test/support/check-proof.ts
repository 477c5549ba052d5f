import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const program = join(import.meta.dirname, "../../src/http/publication/check-proof.mjs");

/** What the program of the public pages says of a proof, as somebody outside runs it: its own words, or its complaint. */
export async function checkProof(file: object, ...key: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-proof-"));
  try {
    await writeFile(join(folder, "proof.json"), JSON.stringify(file));
    const { stdout } = await run(process.execPath, [program, join(folder, "proof.json"), ...key]);
    return stdout;
  } catch (error) {
    return (error as { readonly stderr: string }).stderr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
