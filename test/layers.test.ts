import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const repository = resolve(import.meta.dirname, "..");
const run = promisify(execFile);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-layers-"));
  await cp(join(repository, "tsconfig.json"), join(folder, "tsconfig.json"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Cruises a small tree under the repository's own rules; the names of the rules it breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  await rm(join(folder, "src"), { recursive: true, force: true });
  await rm(join(folder, "db"), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const binary = join(repository, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [binary, "--config", join(repository, ".dependency-cruiser.cjs"), "--output-type", "json", "src"];
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch(
    (error: unknown) => error as { stdout: string },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { rule: { name: string } }[] };
  };
  expect(summary.totalCruised).toBeGreaterThan(1);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

const thing = "export const thing = 1;\n";

test("a tree that keeps to the layers breaks no rule", async () => {
  const found = await broken({
    "src/domain/a.ts": thing,
    "src/application/b.ts": 'export { thing } from "../domain/a.ts";\n',
    "src/http/gate/c.ts": 'export { thing } from "../../application/b.ts";\n',
  });
  expect(found).toEqual([]);
});

test.each([
  [
    "the domain that imports the application",
    "src/domain/a.ts",
    "../application/b.ts",
    "src/application/b.ts",
    "domain-is-pure",
  ],
  ["the domain that imports Node", "src/domain/a.ts", "node:fs", "src/domain/b.ts", "domain-is-pure"],
  [
    "evidence that imports the ledger",
    "src/evidence/a.ts",
    "../ledger/b.ts",
    "src/ledger/b.ts",
    "evidence-imports-only-domain",
  ],
  [
    "one room of pages that imports another",
    "src/http/gate/a.ts",
    "../rollout/b.ts",
    "src/http/rollout/b.ts",
    "no-room-imports-another-room",
  ],
  [
    "a room that nobody has listed and that imports another",
    "src/http/newest/a.ts",
    "../gate/b.ts",
    "src/http/gate/b.ts",
    "no-room-imports-another-room",
  ],
  [
    "what rooms share that imports a room",
    "src/http/view/a.ts",
    "../newest/b.ts",
    "src/http/newest/b.ts",
    "what-rooms-share-imports-no-room",
  ],
  ["an import of nothing", "src/http/gate/a.ts", "./missing.ts", "src/http/gate/b.ts", "no-unresolvable"],
])("%s is a violation", async (_what, from, specifier, to, rule) => {
  const found = await broken({
    [from]: `import * as other from "${specifier}";\nexport const used = other;\n`,
    [to]: thing,
  });
  expect(found).toContain(rule);
});
