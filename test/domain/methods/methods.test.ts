import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { methodGroups, methodNames, methods, runMethod } from "../../../src/domain/methods/methods.ts";

interface Truth {
  readonly method: string;
  readonly input: JsonObject;
}
const read = (file: string): Truth[] => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Truth[];
const truths = [...read("truths.json"), ...read("own-truths.json")];

describe("the methods", () => {
  it("have each a name of their own", () => {
    expect(Object.values(methodGroups).flat().flatMap(Object.keys).sort()).toEqual(methodNames());
  });

  it.each(methodNames())("%s: its example is one of the worked ones, and its fields are the example's", (name) => {
    const method = methods.get(name)!;
    const inputs = truths.filter((truth) => truth.method === name).map(({ input }) => JSON.stringify(sorted(input)));
    expect(inputs).toContain(JSON.stringify(sorted(method.example)));
    for (const { name: field, optional } of method.fields)
      if (!optional) expect(method.example).toHaveProperty([field]);
    expect(runMethod(name, method.example)).toBeDefined();
    expect(method.fields.length === 0).toBe(method.takesNothing === true);
  });
});

const sorted = (input: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
