import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

const run = promisify(execFile);
const source = resolve(import.meta.dirname, "../../src/compile-cache.ts");
const script = `
  import { getCompileCacheDir } from "node:module";
  import { keepCompiledCode } from ${JSON.stringify(source)};
  keepCompiledCode();
  process.stdout.write(getCompileCacheDir() ?? "none");`;
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-cache-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Where a process keeps what it compiles, when this is where its account keeps caches. */
async function keptIn(caches: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...rest } = process.env;
  const env = { ...rest, XDG_CACHE_HOME: caches, ...more };
  return (await run(process.execPath, ["--input-type=module", "--eval", script], { env })).stdout;
}

test("what was compiled is kept in a folder that only the account of the server opens", async () => {
  expect(await keptIn(folder)).toContain(join(folder, "touchstone"));
  expect((await stat(join(folder, "touchstone"))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(folder, "touchstone"))).toHaveLength(1);
});

test("a folder that others may write is not believed: what is kept there runs as code", async () => {
  await mkdir(join(folder, "touchstone"));
  await chmod(join(folder, "touchstone"), 0o777);
  expect(await keptIn(folder)).toBe("none");
});

test("where nothing can be kept the process runs all the same", async () => {
  await writeFile(join(folder, "file"), "");
  expect(await keptIn(join(folder, "file"))).toBe("none");
});

test("an operator who chose a folder, or none, is followed", async () => {
  expect(await keptIn(folder, { NODE_COMPILE_CACHE: join(folder, "chosen") })).toContain(join(folder, "chosen"));
  expect(await keptIn(folder, { NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("none");
});
