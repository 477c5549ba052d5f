import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AiaAnswer } from "../../../src/domain/aia/question.ts";
import { scoreAia } from "../../../src/domain/aia/score.ts";
import { mitigationOf, rawQuestions } from "../../../src/domain/aia/survey.ts";
import { readAia } from "../../../src/domain/aia/worst.ts";
import { least, most } from "./answers.ts";

describe("the worst completion", () => {
  it("of an empty form is level IV, by its own rules level I; 60 questions are open", () => {
    const { byItsRules, worst, open, toNextLevel } = readAia({});
    expect(byItsRules.level).toBe(1);
    expect(worst).toMatchObject({ rawScore: 167, mitigationScore: 0, level: 4 });
    expect(open.raw).toHaveLength(60);
    expect([open.mitigation, toNextLevel]).toEqual([[], null]);
  });

  it("of all questions answered is what the rules say", () => {
    const answers = { ...least(rawQuestions), ...least(mitigationOf.design), projectDetailsPhase: "item1" };
    const { byItsRules, worst, open, toNextLevel } = readAia(answers);
    expect(worst).toEqual(byItsRules);
    expect([open.raw, open.mitigation, toNextLevel]).toEqual([[], [], 28]);
  });

  it("leaves out an answer that is no longer shown, and the rules do not", () => {
    const answers = { ...least(rawQuestions), aboutDataSource10: "item1-2" };
    expect(readAia(answers).worst.rawScore).toBe(readAia(answers).byItsRules.rawScore - 2);
  });

  it("counts what an open question would ask next: personal information brings up to 16 points", () => {
    const { aboutDataSource1: _, ...open } = least(rawQuestions);
    const closed = readAia({ ...open, aboutDataSource1: "item2-0" }).worst.rawScore;
    expect(readAia(open).worst.rawScore - closed).toBe(16);
  });

  it("takes open measures for none, and those of a stage that nobody named too", () => {
    const answers = { ...least(rawQuestions), ...most(mitigationOf.design) };
    expect(readAia(answers).worst.mitigationScore).toBe(0);
    expect(readAia({ ...answers, projectDetailsPhase: "item1" }).worst.mitigationScore).toBe(77);
  });

  it("is never lower for an answer left out, and never under what the rules say of what is shown", () => {
    const questions = [...rawQuestions, ...mitigationOf.design];
    const some = fc
      .record(
        Object.fromEntries(
          questions.map(({ name, several, choices }): [string, fc.Arbitrary<AiaAnswer>] => [
            name,
            several ? fc.subarray([...choices]) : fc.constantFrom(...choices),
          ]),
        ),
        { requiredKeys: [] },
      )
      .map((answers) => JSON.parse(JSON.stringify(answers)) as { readonly [name: string]: AiaAnswer });
    fc.assert(
      fc.property(some, fc.constantFrom(...questions), (answers, { name }) => {
        const given: { readonly [name: string]: AiaAnswer } = { ...answers, projectDetailsPhase: "item1" };
        const { [name]: _, ...without } = given;
        expect(readAia(without).worst.score).toBeGreaterThanOrEqual(readAia(given).worst.score);
        const hidden = questions.filter(({ when }) => when && !when.is.includes(given[when.question] as string));
        const shown = Object.fromEntries(
          Object.entries(given).filter(([key]) => !hidden.some((question) => question.name === key)),
        );
        expect(readAia(given).worst).toEqual(readAia(shown).worst);
        expect(readAia(given).worst.score).toBeGreaterThanOrEqual(scoreAia(shown).score);
      }),
      { numRuns: 500 },
    );
  });
});
