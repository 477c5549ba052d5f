import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reasons } from "../../src/evidence/reasons.ts";
import { Unreadable } from "../../src/evidence/unreadable.ts";
import { lines, measured, refusal } from "./support.ts";

const root = join(import.meta.dirname, "../..");

test("pages say the readers' reasons in English word for word", () => {
  const shown: unknown = JSON.parse(readFileSync(join(root, "views/locales/en/unreadable.json"), "utf8"));
  expect(shown).toEqual(reasons);
});

test("every reason is one that a reader gives", () => {
  const sources = globSync("src/{evidence,http/api}/**/*.ts", { cwd: root })
    .filter((file) => !file.endsWith("reasons.ts"))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  // What is wrong with the shape of an answer is found by the shapes themselves, under shorter names.
  const shapes = readFileSync(join(root, "src/domain/words/shape.ts"), "utf8");
  const isGiven = (key: string): boolean =>
    sources.includes(`"${key}"`) || (key.startsWith("shape-") && shapes.split(key.slice("shape-".length)).length > 2);
  expect(Object.keys(reasons).filter((key) => !isGiven(key))).toEqual([]);
});

test("a reason is its key and its values, one within the other, and says them in English", () => {
  const unreadable = new Unreadable("text-that", {
    text: "10.3.26",
    why: new Unreadable("year-of-two-digits", { year: "26" }),
  });
  expect(unreadable.at("date").reason).toBe("date: “10.3.26” has a year of two digits, 26: write all four");
  expect(unreadable.at("date").why).toEqual({
    key: "at",
    values: {
      field: "date",
      why: {
        key: "text-that",
        values: { text: "10.3.26", why: { key: "year-of-two-digits", values: { year: "26" } } },
      },
    },
  });
});

test("what stands in a cell is never taken for a value of the sentence", () => {
  expect(new Unreadable("no-number", { name: "records", text: "{{name}} $& $1" }).reason).toBe(
    "records “{{name}} $& $1” is not a number",
  );
});

test("rejected rows and refusals carry it", async () => {
  const volume = lines("records,bytes,seconds,failures", "1,2,3,0", "x,2,3,0");
  expect((await measured("volume", volume)).rejectedRows).toEqual([
    {
      row: 3,
      reason: "records “x” is not a number",
      why: { key: "no-number", values: { name: "records", text: "x" } },
    },
  ]);
  expect(await refusal(lines("records,bytes,seconds,failures", "x,2,3,0"))).toMatchObject({
    why: { key: "no-number" },
  });
  const outages = lines("service,from,to,type", "P,2026-03-01,2026-03-31,observed", "P,x,2026-03-07,outage");
  expect(await refusal(outages)).toMatchObject({ why: { key: "at", values: { field: "from" } } });
});
