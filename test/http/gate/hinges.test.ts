import { describe, expect, it } from "vitest";
import type { Hinges, NamedWithout } from "../../../src/application/sensitivity/firmness.ts";
import type { Outcome } from "../../../src/domain/scoring/verdict-types.ts";
import { hingeFigure, hingeSentences } from "../../../src/http/gate/sensitivity-hinges.ts";
import type { PieceKinds } from "../../../src/http/gate/sensitivity-hinges.ts";
import { chanceText } from "../../../src/http/say/chance.ts";
import { realLanguages } from "../view/support.ts";

const en = realLanguages().of("en");
const kinds: PieceKinds = new Map([
  ["e1", "load"],
  ["e2", "sus"],
  ["e3", "tasks"],
]);
const piece = (name: string, outcome: Outcome): NamedWithout => ({ kind: "piece", id: name, name, outcome, chance: 0 });
const sheet = (name: string, outcome: Outcome): NamedWithout => ({ ...piece(name, outcome), kind: "sheet" });
const hinges = (outcome: Outcome, ...without: NamedWithout[]): Hinges => ({ outcome, without, reproduced: true });
const none = "not-enough-evidence";

describe("what an outcome hangs on, in a sentence", () => {
  it("says once that every piece is the only one of its kind, and that nothing left out makes it a fail", () => {
    const all = hinges(
      "pass",
      piece("e1", none),
      piece("e2", none),
      piece("e3", none),
      sheet("A", none),
      sheet("B", none),
    );
    expect(hingeSentences(en, all, kinds)).toEqual([
      "Each piece is the only one of its kind: without it, what it measures would be unknown, and the evidence would say: Not enough evidence.",
      "Every evaluator’s scores are needed too.",
      "Nothing, left out by itself, makes it a fail.",
    ]);
    expect(hingeFigure(en, all, kinds)?.title).toBe(
      "Each single one of the pieces and score sheets is needed (5 in all)",
    );
  });

  it("does not call a piece the only one where another of its kind stands beside it", () => {
    const twoOfKind = new Map([...kinds, ["e4", "sus"] as const]);
    const said = hingeSentences(
      en,
      hinges("pass", piece("e1", none), piece("e2", none), piece("e4", "pass")),
      twoOfKind,
    );
    expect(said[0]).toMatch(/^e1 \(Load test\) is the only piece of its kind/);
    expect(said[1]).toBe("Without e2 (SUS answers) the evidence would say: Not enough evidence.");
  });

  it("names a piece whose absence fails the gate, and then promises nothing", () => {
    const said = hingeSentences(en, hinges("pass", piece("e1", "fail"), piece("e2", "pass")), kinds);
    expect(said).toEqual(["Without e1 (Load test) the evidence would say: Fail."]);
  });

  it("names the one evaluator on whose scores the outcome hangs", () => {
    const said = hingeSentences(en, hinges("pass", piece("e1", none), sheet("A", none), sheet("B", "pass")), kinds);
    expect(said).toContain("Without scores of evaluator A the evidence would say: Not enough evidence.");
    expect(said).not.toContain("Every evaluator’s scores are needed too.");
  });
});

it.each([
  [1, "> 0.999"],
  [0.9996, "> 0.999"],
  [0.9994, "0.999"],
  [0.5, "0.500"],
  [0.0005, "0.001"],
  [0.0004, "< 0.001"],
  [0, "< 0.001"],
])("a simulated chance of %f is never certain nor impossible: %s", (chance, said) => {
  expect(chanceText(en, chance).replaceAll("\u202f", " ").replaceAll("\u00a0", " ")).toBe(said);
});
