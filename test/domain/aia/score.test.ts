import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mostOf, pointsOf } from "../../../src/domain/aia/question.ts";
import type { AiaAnswer, AiaAnswers, SurveyQuestion } from "../../../src/domain/aia/question.ts";
import { mitigationNeeded, scoreAia, scoreOf } from "../../../src/domain/aia/score.ts";
import {
  mitigationOf,
  mitigationSections,
  mostMitigation,
  mostRaw,
  rawQuestions,
  rawSections,
} from "../../../src/domain/aia/survey.ts";
import { realFiles, realPath } from "../../support/real-files.ts";
import { least, most } from "./answers.ts";

const sum = (questions: readonly SurveyQuestion[]): number =>
  questions.reduce((total, question) => total + mostOf(question), 0);
const maxima = (sections: { readonly [section: string]: readonly SurveyQuestion[] }) =>
  Object.fromEntries(Object.entries(sections).map(([section, questions]) => [section, sum(questions)]));

describe("the survey", () => {
  it("has 70 questions on the impact for 167 points and 45 on measures for 77 at each stage", () => {
    expect([rawQuestions.length, mitigationOf.design.length, mitigationOf.implementation.length]).toEqual([70, 45, 45]);
    expect([mostRaw, mostMitigation, mitigationNeeded]).toEqual([167, 77, 61.6]);
  });

  it("gives each page its points", () => {
    expect(maxima(rawSections)).toEqual({
      reasons: 5,
      risk: 15,
      authority: 2,
      system: 17,
      algorithm: 15,
      decision: 8,
      impact: 52,
      data: 53,
    });
    const measures = { consultation: 10, dataQuality: 14, fairness: 44, privacy: 9 };
    expect(maxima(mitigationSections("design"))).toEqual(measures);
    expect(maxima(mitigationSections("implementation"))).toEqual(measures);
  });
});

describe("an answer's points", () => {
  it.each<readonly [AiaAnswer, number]>([
    ["item3-2", 2],
    ["item3", 0],
    ["item3-", 0],
    ["a-4-1", 1],
    [["item1-1", "item4-3"], 4],
    [[], 0],
    [3, 3],
  ])("%j brings %i", (answer, points) => {
    expect(pointsOf(answer)).toBe(points);
  });
});

describe("the score", () => {
  const effects = ["impact", "system", "algorithm"].flatMap((section) => rawSections[section] ?? []);
  const heavy = { ...least(rawQuestions), ...most(effects) };
  it.each<readonly [string, AiaAnswers, readonly [number, number, boolean, number, number]]>([
    ["nothing answered", {}, [0, 0, false, 0, 1]],
    ["everything at its smallest", least(rawQuestions), [14, 0, false, 14, 1]],
    ["impact at its largest", { ...least(rawQuestions), ...most(rawSections["impact"] ?? []) }, [56, 0, false, 56, 2]],
    ["impact, system and algorithm at their largest", heavy, [87, 0, false, 87, 3]],
    ["and all design measures", { ...heavy, ...most(mitigationOf.design) }, [87, 77, true, 74, 2]],
    [
      "and the measures of both stages: one counts",
      { ...heavy, ...most(mitigationOf.design), ...most(mitigationOf.implementation) },
      [87, 77, true, 74, 2],
    ],
    [
      "and measures of the stage that the project is not at",
      { ...heavy, ...most(mitigationOf.design), projectDetailsPhase: "item2" },
      [87, 0, false, 87, 3],
    ],
    ["everything at its largest", { ...most(rawQuestions), ...most(mitigationOf.design) }, [167, 77, true, 142, 4]],
    ["three sectors", { decisionSector1: ["item1-1", "item2-1", "item3-1"] }, [3, 0, false, 3, 1]],
    ["what the survey does not ask", { nonsense: "item1-100" }, [0, 0, false, 0, 1]],
  ])("of %s", (_, answers, [rawScore, mitigationScore, reduced, score, level]) => {
    expect(scoreAia(answers)).toEqual({ rawScore, mitigationScore, reduced, score, level });
  });

  it.each([
    [41, 1],
    [42, 2],
    [83, 2],
    [84, 3],
    [125, 3],
    [126, 4],
  ])("of raw %i without measures is level %i", (raw, level) => {
    expect(scoreOf(raw, 0)).toMatchObject({ score: raw, level });
  });

  it.each([
    [89, 61, 89, 3],
    [89, 62, 76, 3 - 1],
    [87, 62, 74, 2],
    [137, 77, 116, 3],
    [10, 77, 9, 1],
  ])("of raw %i with %i points of measures is %i, level %i: halves upwards", (raw, measures, score, level) => {
    expect(scoreOf(raw, measures)).toMatchObject({ score, level });
  });

  it("of a hidden answer that was left counts by the rules: 86 is level III, cleared 83 is level II", () => {
    const personal = { aboutDataSource9: "item2-2", aboutDataSource11: "item2-1" };
    const others = { ...heavy, aboutDataSource1: "item2-0", aboutSystem11: "item1-1", aboutAlgorithm11: "item1-0" };
    const {
      aboutDataSource9: _,
      aboutDataSource10: __,
      aboutDataSource11: ___,
      aboutDataSource14: ____,
      ...shown
    } = {
      ...others,
      impact28: "item3-3",
    } as { readonly [name: string]: AiaAnswer };
    const cleared = { ...shown, aboutDataSource4: "item1-2" };
    expect(scoreAia(cleared)).toMatchObject({ rawScore: 83, level: 2 });
    expect(scoreAia({ ...cleared, ...personal })).toMatchObject({ rawScore: 86, level: 3 });
  });
});

interface Example {
  readonly name: string;
  readonly answers: AiaAnswers;
}

describe.runIf(realFiles("../aia-examples.json"))("the cases computed from the survey by others", () => {
  const examples = realFiles("../aia-examples.json")
    ? (JSON.parse(readFileSync(realPath("../aia-examples.json"), "utf8")) as { readonly examples: readonly Example[] })
        .examples
    : [];
  it("are fifteen", () => expect(examples).toHaveLength(15));
  it.each(examples.map((example) => [example.name, example] as const))(
    "%s",
    (_, { name: __, answers, ...expected }) => {
      expect(scoreAia(answers)).toEqual(expected);
    },
  );
});

interface Element {
  readonly name: string;
  readonly type: string;
  readonly visibleIf?: string;
  readonly elements?: readonly Element[];
  readonly choices?: readonly (string | { readonly value: string })[];
}

describe.runIf(realFiles("aia/survey-enfr.json"))("beside the survey itself", () => {
  it("every scored question has its name, choices, kind and condition", () => {
    const { pages } = JSON.parse(readFileSync(realPath("aia/survey-enfr.json"), "utf8")) as { pages: Element[] };
    const scored = pages.flatMap((page) => scoredIn(page.elements ?? [], ""));
    const own = [...rawQuestions, ...mitigationOf.design, ...mitigationOf.implementation];
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    expect([...own].sort(byName)).toEqual(scored.sort(byName));
  });
});

function scoredIn(elements: readonly Element[], above: string): SurveyQuestion[] {
  return elements.flatMap((element): SurveyQuestion[] => {
    const kind = /-(RS|MS|NS)$/.exec(element.name)?.[1] ?? above;
    if (element.elements !== undefined) return scoredIn(element.elements, kind);
    if (!["radiogroup", "checkbox", "dropdown"].includes(element.type) || kind === "NS" || kind === "") return [];
    const conditions = [...(element.visibleIf ?? "").matchAll(/\{(\w+)\} = "([^"]+)"/g)];
    const [first] = conditions;
    return [
      {
        name: element.name,
        ...(element.type === "checkbox" && { several: true as const }),
        choices: (element.choices ?? []).map((choice) => (typeof choice === "string" ? choice : choice.value)),
        ...(first !== undefined && {
          when: { question: first[1] ?? "", is: conditions.map(([, , value]) => value ?? "") },
        }),
      },
    ];
  });
}
