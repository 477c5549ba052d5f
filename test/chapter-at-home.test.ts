import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const repository = resolve(import.meta.dirname, "..");
const text = /\.(ts|js|mjs|json|hbs|css|svg)$/;

const filesUnder = (folder: string): string[] =>
  readdirSync(join(repository, folder), { encoding: "utf8", recursive: true })
    .map((file) => join(folder, file).split(sep).join("/"))
    .filter((file) => text.test(file));

test("incidents, the smallest chapter, is named outside its own files and folders in fifteen at most", () => {
  const files = [...filesUnder("src"), ...filesUnder("views")];
  expect(files.length).toBeGreaterThan(500);
  // Readers of evidence read lists of incidents that other tools write: another thing of the same name.
  const others = files.filter((file) => !file.startsWith("src/evidence/") && !/incidents?\b/.test(file));
  const naming = others.filter((file) => /incident/i.test(readFileSync(join(repository, file), "utf8")));
  expect(naming.length, naming.join("\n")).toBeLessThanOrEqual(15);
  expect(naming).toContain("src/http/rooms.ts");
});
