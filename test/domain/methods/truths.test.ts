import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/domain/words/json.ts";
import { methods, runMethod } from "../../../src/domain/methods/methods.ts";

interface Truth {
  readonly id: string;
  readonly method: string;
  readonly input: JsonObject;
  readonly expected: JsonObject;
  readonly tolerance: number | string;
  readonly source: string;
}

const read = (file: string): Truth[] => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Truth[];
const truths = read("truths.json");
/** From the literature, R's documentation, or computed independently: each says which in its source. */
const ownTruths = read("own-truths.json");

/** Named here so that a missing method is seen, never skipped in silence. */
const notYetImplemented: readonly string[] = [];

describe("worked examples, each checked against an independent reference", () => {
  it("covers every example but those named as not yet implemented", () => {
    const missing = new Set(truths.map((truth) => truth.method).filter((name) => !methods.has(name)));
    expect([...missing].sort()).toEqual([...notYetImplemented].sort());
    expect(truths.length).toBe(72);
  });

  for (const truth of truths.filter(({ method }) => !notYetImplemented.includes(method))) {
    it(`${truth.method} · ${truth.id}`, () => {
      expectMatch(runMethod(truth.method, spelledOut(truth)), truth.expected, truth.tolerance, "$");
    });
  }
});

describe("worked examples of our own", () => {
  it("each names its source, and none twice", () => {
    expect(ownTruths.length).toBeGreaterThanOrEqual(25);
    expect(new Set([...truths, ...ownTruths].map(({ id }) => id)).size).toBe(truths.length + ownTruths.length);
    for (const { id, source } of ownTruths) expect(source, id).toMatch(/\w{3}/);
  });

  for (const truth of ownTruths) {
    it(`${truth.method} · ${truth.id}`, () => {
      expectMatch(runMethod(truth.method, truth.input), truth.expected, truth.tolerance, "$");
    });
  }
});

/** Two inputs are written in prose for the tests; here are the numbers they mean. */
function spelledOut(truth: Truth): JsonObject {
  if (truth.id === "coord-omission") {
    return { samples: [...Array.from({ length: 10_000 }, () => 1), 100_000], expected_interval_ms: 10 };
  }
  return truth.input;
}

function expectMatch(actual: Json | undefined, expected: Json, tolerance: number | string, place: string): void {
  if (typeof expected === "number") {
    const relative = typeof tolerance === "string";
    const allowed = relative ? Number(tolerance.replace("rel ", "")) * Math.abs(expected) : tolerance;
    expect(typeof actual, place).toBe("number");
    // Expected values are printed with ten digits, so half a unit of the tenth is theirs, not the method's.
    const printed = Number.isInteger(expected) ? 0 : 5e-10 * Math.abs(expected);
    expect(
      Math.abs((actual as number) - expected),
      `${place}: ${JSON.stringify(actual)} against ${expected}`,
    ).toBeLessThanOrEqual(allowed + printed);
  } else if (expected !== null && typeof expected === "object") {
    if (Array.isArray(expected)) expect((actual as Json[]).length, place).toBe(expected.length);
    for (const [key, value] of Object.entries(expected) as [string, Json][]) {
      expectMatch((actual as JsonObject | undefined)?.[key], value, tolerance, `${place}.${key}`);
    }
  } else {
    expect(actual, place).toEqual(expected);
  }
}
