import { describe, expect, it } from "vitest";
import { methods } from "../../../src/domain/methods/methods.ts";
import { formulaLines, notationIn } from "../../../src/http/methods/formula.ts";

const lines = (formula: string): string[] => formulaLines(formula).map(String);

describe("a formula as it is set", () => {
  it("has a line for each statement, and keeps the arguments of a function together", () => {
    expect(lines("1 / (1 + F(c; 2r, 2r)) ; r = 0: 1")).toEqual(["1 / (1 + F(c; 2r, 2r))", "r = 0: 1"]);
    expect(lines("[BetaQuantile(α/2; s, n), 1]；r = 0")).toEqual(["[BetaQuantile(α/2; s, n), 1]", "r = 0"]);
  });

  it("sets indices below the line, and nothing of what it is given as markup", () => {
    expect(lines("n_eff = Π_{j≠i} a < b")).toEqual(["n<sub>eff</sub> = Π<sub>j≠i</sub> a &lt; b"]);
  });

  it.each([...methods])("%s leaves no index and no bracket open", (_name, { formula }) => {
    for (const line of lines(formula)) expect(line.replace(/<[^>]*>/g, "")).not.toMatch(/_|[{}]/);
    expect(lines(formula).join("").match(/\(/g)?.length ?? 0).toBe(lines(formula).join("").match(/\)/g)?.length ?? 0);
  });

  it.each([
    ["x̄ ± t(1 − α/2, n − 1) · sd/√n", ["t", "alpha"]],
    ["exp(mean of ln t ± t(1 − α/2, n − 1))", ["t", "alpha"]],
    ["T / −ln(1 − c)", ["c"]],
    ["n = ⌈(z(0.975) + z(0.8))² · 2p(1 − p) / margin²⌉", ["z"]],
    ["as for two groups", []],
    ["selection (TP + FP)/n", []],
  ])("%s names %j", (formula, named) => {
    expect(notationIn(formula)).toEqual(named);
  });
});
