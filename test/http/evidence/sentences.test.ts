import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeOf, limits } from "../../../src/evidence/limits.ts";
import { problemLines } from "../../../src/http/evidence/problems.ts";
import { warningText } from "../../../src/http/say/reader-warning.ts";
import { createLanguages } from "../../../src/http/view/languages.ts";
import { locales } from "../../../src/http/view/locale.ts";

const root = join(import.meta.dirname, "../../..");
const languages = createLanguages({ localesDir: join(root, "views/locales"), timeZone: "UTC" });
const readers = readdirSync(join(root, "src/evidence"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(root, "src/evidence", name), "utf8"))
  .join("\n");

/** Codes as the readers' sources write them, whatever helper they go through. */
const written = (pattern: RegExp): string[] =>
  [...new Set([...readers.matchAll(pattern)].map(([, first, second]) => first ?? second ?? ""))].sort();
const warned = written(/\b(?:warn|remark)\(\s*"([a-z0-9-]+)"/g);
const refused = written(/\bnew Refused\(\{[^}]*?\bcode: "([a-z0-9-]+)"|\brefuse\w*\([^"\n]*"([a-z0-9-]+)"/g);
const named = written(/\bcode: "([a-z0-9-]+)"/g);

test.each(locales)("every code of a reader has its sentence in %s", (locale) => {
  const { t } = languages.of(locale);
  const has = (group: string) => (code: string) => t.has(`evidence:${group}.${code}`);
  expect([warned.length > 20, refused.length > 20, named.length > 30]).toEqual([true, true, true]);
  expect(warned.filter((code) => !has("warning")(code))).toEqual([]);
  expect(refused.filter((code) => !has("problem")(code))).toEqual([]);
  expect(named.filter((code) => !has("problem")(code) && !has("warning")(code))).toEqual([]);
});

test.each(locales)("every limit of a field has its sentence in %s, with the column and the numbers in it", (locale) => {
  const language = languages.of(locale);
  for (const { values, most } of Object.values(limits)) {
    const params = { column: "组别", most, values: most + 1, rows: 300_000 };
    const problem = {
      file: "a.csv",
      row: 3,
      code: codeOf(values),
      message: `a.csv: at most ${most} ${values}`,
      params,
    };
    const [line] = problemLines(language, [problem], [{ name: "a.csv" }]);
    const said = line === undefined ? "" : language.t(line.key, line.params);
    expect(language.t.has(`evidence:problem.${codeOf(values)}`), values).toBe(true);
    expect(said).toContain(locale === "en" ? String(most) : language.format.number(most));
  }
});

test.each(locales)("a problem that is newer than its words is said in the reader's own, in %s too", (locale) => {
  const language = languages.of(locale);
  const problem = { file: "run.csv", row: 3, code: "newer-than-words", message: "run.csv: the moon is in the way" };
  const [line] = problemLines(language, [problem], [{ name: "run.csv" }]);
  expect(line === undefined ? "" : language.t(line.key, line.params)).toContain("the moon is in the way");
});

test("a warning that is newer than its words is named by its code", () => {
  expect(warningText(languages.of("en"), "newer-than-words")).toContain("newer-than-words");
});
