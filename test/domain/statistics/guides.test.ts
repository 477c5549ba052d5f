import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { methodGuides } from "../../../src/domain/statistics/guides.ts";
import { methodNames, methods, runMethod } from "../../../src/domain/statistics/registry.ts";

interface Truth {
  readonly method: string;
  readonly input: JsonObject;
}
const read = (file: string): Truth[] => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Truth[];
const truths = [...read("truths.json"), ...read("own-truths.json")];

describe("the guides", () => {
  it("cover every method, and no other", () => {
    expect(Object.keys(methodGuides).sort()).toEqual(methodNames());
  });

  it.each(methodNames())("%s: its example is one of the worked ones, and its fields are the example's", (name) => {
    const guide = methodGuides[name]!;
    const inputs = truths.filter(({ method }) => method === name).map(({ input }) => JSON.stringify(sorted(input)));
    expect(inputs).toContain(JSON.stringify(sorted(guide.example)));
    for (const { name: field, optional } of guide.fields) if (!optional) expect(guide.example).toHaveProperty([field]);
    expect(runMethod(name, guide.example)).toBeDefined();
    expect(guide.fields.length === 0).toBe(methods[name]?.takesNothing === true);
  });
});

const sorted = (input: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
