import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { cruise } from "dependency-cruiser";
import type { ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, expect, test } from "vitest";
import { folderCircles } from "./support/folder-circles.ts";
import { twinTypes } from "./support/twin-types.ts";

const repository = resolve(import.meta.dirname, "..");
const rules = await extractOptions(join(repository, ".dependency-cruiser.cjs"));
const tsConfig = extractTsConfig(join(repository, "tsconfig.json"));
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A small tree in a folder of its own: what the cruiser has read of a file it remembers. */
async function planted(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-layers-"));
  folders.push(folder);
  for (const [path, text] of Object.entries({ "package.json": '{"type":"module"}', ...files })) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Cruises a small tree under the repository's own rules; the names of the rules it breaks. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const baseDir = await planted(files);
  const { output } = await cruise(["src"], { ...rules, baseDir }, undefined, { tsConfig });
  const { summary } = output as ICruiseResult;
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
    "statistics that import what they are used for",
    "src/domain/statistics/a.ts",
    "../scoring/b.ts",
    "src/domain/scoring/b.ts",
    "statistics-is-mathematics",
  ],
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
  [
    "words that import the policy",
    "src/domain/words/a.ts",
    "../policy/b.ts",
    "src/domain/policy/b.ts",
    "words-import-nothing",
  ],
  [
    "people that import a technology",
    "src/domain/people/a.ts",
    "../technology/state/b.ts",
    "src/domain/technology/state/b.ts",
    "what-knows-no-technology",
  ],
  [
    "a chapter that imports another",
    "src/domain/technology/newest/a.ts",
    "../gate/b.ts",
    "src/domain/technology/gate/b.ts",
    "no-chapter-imports-another-chapter",
  ],
  [
    "a chapter that imports what is derived from all",
    "src/domain/technology/newest/a.ts",
    "../chapters.ts",
    "src/domain/technology/chapters.ts",
    "chapters-and-below-import-nothing-above",
  ],
  [
    "the state that imports a chapter",
    "src/domain/technology/state/a.ts",
    "../gate/b.ts",
    "src/domain/technology/gate/b.ts",
    "what-chapters-share-imports-no-chapter",
  ],
  [
    "the application that imports SQLite",
    "src/application/a.ts",
    "better-sqlite3",
    "src/application/b.ts",
    "sqlite-stands-behind-ports",
  ],
  [
    "read models that import drizzle as an ES module",
    "src/projections/a.ts",
    "drizzle-orm/sqlite-core",
    "src/projections/b.ts",
    "drizzle-comes-as-commonjs",
  ],
  [
    "a port that imports SQLite",
    "src/authority/a.ts",
    "drizzle-orm/sqlite-core",
    "src/authority/b.ts",
    "sqlite-stands-behind-ports",
  ],
  [
    "a port that imports its engine",
    "src/authority/drafts.ts",
    "./sqlite/drafts.ts",
    "src/authority/sqlite/drafts.ts",
    "ports-know-no-engine",
  ],
  [
    "a port that reaches into the ledger",
    "src/authority/drafts.ts",
    "../ledger/database.ts",
    "src/ledger/database.ts",
    "ports-know-no-engine",
  ],
  [
    "a page that names the engine",
    "src/http/gate/a.ts",
    "../../authority/sqlite/drafts.ts",
    "src/authority/sqlite/drafts.ts",
    "only-those-who-open-name-the-engine",
  ],
  [
    "a use case that names the ledger's engine",
    "src/application/a.ts",
    "../ledger/sqlite.ts",
    "src/ledger/sqlite.ts",
    "only-those-who-open-name-the-engine",
  ],
  ["an import of nothing", "src/http/gate/a.ts", "./missing.ts", "src/http/gate/b.ts", "no-unresolvable"],
])("%s is a violation", async (_what, from, specifier, to, rule) => {
  const found = await broken({
    [from]: `import * as other from "${specifier}";\nexport const used = other;\n`,
    [to]: thing,
  });
  expect(found).toContain(rule);
});

test("two files whose types rest on each other are a violation", async () => {
  const found = await broken({
    "src/domain/a.ts": 'import type { B } from "./b.ts";\nexport type A = B | null;\n',
    "src/domain/b.ts": 'import type { A } from "./a.ts";\nexport type B = { readonly a: A };\n',
  });
  expect(found).toEqual(["no-cycles"]);
});

test("folders of the domain that form a circle are found, by types too, and the domain has none", async () => {
  const folder = await planted({
    "src/domain/low/a.ts": 'import type { Thing } from "../high/sub/c.ts";\nexport type A = Thing;\n',
    "src/domain/low/b.ts": thing,
    "src/domain/high/b.ts": 'export { thing } from "../low/b.ts";\n',
    "src/domain/high/sub/c.ts": 'export { thing } from "../b.ts";\nexport type Thing = 1;\n',
  });
  expect(folderCircles(join(folder, "src/domain"))).toEqual([
    "high → low (high/b.ts)",
    "high/sub → high (high/sub/c.ts)",
    "low → high/sub (low/a.ts)",
  ]);
  expect(folderCircles(join(repository, "src/domain"))).toEqual([]);
});

test("two types of the domain with one name are found with their files, and the domain has none", async () => {
  const folder = await planted({
    "src/domain/a.ts": "export type Outcome = 1;\nexport interface Look {\n  readonly on: string;\n}\n",
    "src/domain/b/c.ts":
      'import type { Look } from "../a.ts";\nexport interface Outcome {\n  readonly look: Look;\n}\n',
  });
  expect(twinTypes(join(folder, "src/domain"))).toEqual(["Outcome (a.ts, b/c.ts)"]);
  expect(twinTypes(join(repository, "src/domain"))).toEqual([]);
});
