import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import { agreementAfter, agreementOf } from "../../../src/domain/technology/evaluation/agreement.ts";
import type { TechnologyEvent } from "../../../src/domain/technology/state/technology.ts";
import { rubricItems } from "../../../src/domain/measures/rubric-items.ts";
import { inModeration, standingScores } from "../../../src/domain/technology/state/moderation.ts";
import {
  aPlan,
  aPolicy,
  aPiece,
  assigned,
  by,
  declared,
  decided,
  given,
  happened,
  noText,
  people,
  person,
  proposed,
  stateAfter,
  submitted,
  text,
} from "../../support/technology.ts";
import { answers, item, items, revealed, sheet } from "./scores.ts";

const submit = (over: { sheet?: ReturnType<typeof text>; items?: ReturnType<typeof answers> } = {}) =>
  ({ type: "SubmitScores", sheet: text("sheet"), items: answers(), ...over }) as const;
const reveal = (...sheets: readonly ReturnType<typeof sheet>[]) => ({ type: "RevealScores", sheets }) as const;
const moderate = (key = item, score: number | null = 3, words = text("talked")) =>
  ({ type: "ModerateScore", item: key, score, text: words }) as const;
const dissent = { type: "RecordDissent", text: text("I disagree") } as const;

describe("submitting scores", () => {
  it("puts only the digest of the sheet on record", () => {
    given(...declared())
      .when(submit(), by("eva", 35))
      .then({ type: "ScoresSubmitted", payload: { evaluator: "eva", sheet: text("sheet") } });
  });

  it("is for assigned evaluators who declared their interests, once", () => {
    given(...declared())
      .when(submit(), by("edda", 35))
      .thenRefused("NotAssigned");
    given(...assigned())
      .when(submit(), by("eva", 35))
      .thenRefused("InterestUndeclared");
    given(...submitted())
      .when(submit(), by("eva", 36))
      .thenRefused("ScoresSubmittedAlready");
    given(...declared())
      .when(
        submit(),
        by("eva", 35, { people: people.map((one) => (one.id === "eva" ? person("eva", "auditor") : one)) }),
      )
      .thenRefused("RoleMissing");
  });

  it("answers every item that applies, on the scale, each judgement from evidence in force", () => {
    const [first, second, third, fourth] = answers();
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error("too few items");
    const bad = [
      { ...first, score: 6 },
      { ...second, evidence: [] },
      { ...third, evidence: ["e9"], comment: noText },
      third,
      { ...first, item: "nonsense" },
    ];
    given(...declared())
      .when(submit({ items: bad, sheet: noText }), by("eva", 35))
      .thenRefused(
        "TextMissing@sheet",
        `ScoreOffScale@items.${first.item}.score`,
        `EvidenceMissing@items.${second.item}.evidence`,
        `EvidenceNotInForce@items.${third.item}.evidence`,
        `TextMissing@items.${third.item}.comment`,
        `ItemUnscored@items.${fourth.item}`,
        `ItemScoredTwice@items.${third.item}`,
        "ItemUnknown@items.nonsense",
      );
  });

  it("may say that an item cannot be judged, without evidence, never with a zero", () => {
    const [first, ...rest] = answers();
    if (first === undefined) throw new Error("no items");
    const unjudged = [{ ...first, score: null, evidence: [] }, ...rest];
    given(...declared())
      .when(submit({ items: unjudged }), by("eva", 35))
      .thenAccepted();
    given(...declared())
      .when(submit({ items: [{ ...first, score: 0 }, ...rest] }), by("eva", 35))
      .thenRefused(`ScoreOffScale@items.${item}.score`);
  });

  it("links no evidence that was withdrawn, has expired or belongs to another plan", () => {
    const refusals = items.map((key) => `EvidenceNotInForce@items.${key}.evidence`);
    const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("r") }, "pia", 34);
    given(...declared(), withdrawn)
      .when(submit(), by("eva", 35))
      .thenRefused(...refusals);
    given(...declared())
      .when(submit(), by("eva", 190))
      .thenRefused(...refusals);
    const elsewhere = declared().map((one) =>
      one.event.type === "EvidenceAttached" ? happened("EvidenceAttached", aPiece(1, { plan: 0 }), "pia", 6) : one,
    );
    given(...elsewhere)
      .when(submit(), by("eva", 35))
      .thenRefused(...refusals);
  });

  it("asks nothing about what the plan calls inapplicable", () => {
    const indicators = {
      [item]: {
        applicable: false,
        reason: text("n/a"),
        floor: null,
        minimumSample: null,
        margin: null,
        anytime: false,
      },
    };
    const story = declared().map((one) =>
      one.event.type === "PilotPlanLocked"
        ? happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan({ indicators }) }, "pia", 2)
        : one,
    );
    given(...story)
      .when(submit({ items: answers().slice(1) }), by("eva", 35))
      .thenAccepted();
    given(...story)
      .when(submit(), by("eva", 35))
      .thenRefused(`ItemUnknown@items.${item}`);
  });
});

describe("revealing scores", () => {
  const revealing = (...sheets: readonly ReturnType<typeof sheet>[]) => {
    const { decision } = given(...submitted()).when(reveal(...sheets), by("system", 36));
    return decision.kind === "accepted" ? decision.events[0] : decision;
  };

  it("waits for everybody's sheet, exactly", () => {
    given(...declared())
      .when(reveal(), by("system", 36))
      .thenRefused("ScoresOutstanding", "TooFewEvaluators@evaluators", "SheetMissing@sheets", "SheetMissing@sheets");
    given(...submitted())
      .when(reveal(sheet("eva"), sheet("edda")), by("system", 36))
      .thenRefused("SheetMissing@sheets", "SheetUnknown@sheets");
    given(...revealed())
      .when(reveal(sheet("eva"), sheet("emil")), by("system", 37))
      .thenRefused("ScoresRevealedAlready");
  });

  it("is nobody's to ask", () => {
    given(...submitted())
      .when(reveal(sheet("eva"), sheet("emil")), by("ada", 36))
      .thenRefused("RoleMissing");
  });

  const rubric = rubricItems(aPlan(), earlyPolicy);
  const many = Array.from({ length: 10 }, (_, i) => ({ ...rubric[0]!, key: `item-${i}` }));
  /** One evaluator's sheet over those items, all 4 but for what is given. */
  const over = (asked: readonly { key: string }[], given: readonly (number | null)[]) => ({
    ...sheet("eva"),
    items: asked.map(({ key }, i) => ({
      ...sheet("eva").items[0]!,
      item: key,
      score: given[i] === undefined ? 4 : given[i],
    })),
  });

  it("is tentative from the very limit on, and reliable from the next", () => {
    for (const [asked, which] of [
      [rubric, "ac2"],
      [many, "alpha"],
    ] as const) {
      const sheets = [over(asked, [5, 4, 2, 1]), over(asked, [5, 3, 2, 1])];
      const figure = agreementOf(sheets, asked, earlyPolicy)[which] ?? 0;
      const levelAt = (unreliable: number, tentative: number) =>
        agreementOf(sheets, asked, { ...earlyPolicy, agreement: { unreliable, tentative } }).level;
      expect(figure).toBeGreaterThan(0);
      expect(levelAt(figure, 1)).toBe("tentative");
      expect(levelAt(figure + 1e-9, 1)).toBe("unreliable");
      expect(levelAt(0, figure)).toBe("reliable");
      expect(levelAt(0, figure + 1e-9)).toBe("tentative");
    }
    expect(earlyPolicy.agreement.unreliable).toBe(0.667);
  });

  it("goes by AC2 under ten items, α beside it, and by α from ten on", () => {
    // Of four items one is judged 4 and 3, the rest alike: α sees chance only. By hand 249/257.
    const four = agreementOf([over(rubric, [4, 3]), over(rubric, [])], rubric, earlyPolicy);
    expect(rubric.length).toBe(4);
    expect(four).toEqual({ alpha: 0, raw: 0.75, ac2: 0.968871595331, level: "reliable" });
    const nine = many.slice(0, 9);
    expect(agreementOf([over(nine, [4, 3]), over(nine, [])], nine, earlyPolicy)).toHaveProperty("ac2");
    const ten = agreementOf([over(many, [4, 3]), over(many, [])], many, earlyPolicy);
    expect(ten).toMatchObject({ alpha: 0, level: "unreliable" });
    expect(ten).not.toHaveProperty("ac2");
    // An item that one of them could not judge counts for the spread of the scores only.
    expect(agreementOf([over(rubric, [null, 5]), over(rubric, [2, 5])], rubric, earlyPolicy).ac2).toBe(1);
    expect(agreementOf([over(rubric, [4, 4, 4, 4])], rubric, earlyPolicy)).toEqual({
      alpha: null,
      raw: null,
      ac2: null,
      level: "undefined",
    });
  });

  it("measures the agreement: none to measure where nobody differs", () => {
    expect(revealing(sheet("eva"), sheet("emil"))).toMatchObject({
      type: "ScoresRevealed",
      payload: { round: 1, agreement: { alpha: null, raw: 1, level: "undefined" }, moderate: [] },
    });
    const varied = Object.fromEntries(items.map((key, i) => [key, (i % 3) + 2]));
    expect(revealing(sheet("eva", varied), sheet("emil", varied))).toMatchObject({
      payload: { agreement: { alpha: 1, raw: 1, level: "reliable" }, moderate: [] },
    });
    const opposed = Object.fromEntries(items.map((key, i) => [key, 4 - (i % 3)]));
    expect(revealing(sheet("eva", varied), sheet("emil", opposed))).toMatchObject({
      payload: { agreement: { level: "unreliable" } },
    });
  });

  it("sends to moderation what lies two anchors apart, or on both sides of a floor", () => {
    const moderated = (a: number | null, b: number | null) => {
      const event = revealing(sheet("eva", { [item]: a }), sheet("emil", { [item]: b })) as TechnologyEvent;
      return event.type === "ScoresRevealed" ? event.payload.moderate : event;
    };
    expect(moderated(5, 3)).toEqual([item]);
    expect(moderated(5, 4)).toEqual([]);
    expect(moderated(2, 1)).toEqual([item]);
    expect(moderated(3, 2)).toEqual([]);
    expect(moderated(null, 5)).toEqual([]);
  });

  it("takes the stricter floor of the plan for the split", () => {
    const indicators = {
      [item]: { applicable: true, reason: null, floor: 3, minimumSample: null, margin: null, anytime: false },
    };
    const story = submitted().map((one) =>
      one.event.type === "PilotPlanLocked"
        ? happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan({ indicators }) }, "pia", 2)
        : one,
    );
    const { decision } = given(...story).when(
      reveal(sheet("eva", { [item]: 3 }), sheet("emil", { [item]: 2 })),
      by("system", 36),
    );
    expect(decision).toMatchObject({ events: [{ payload: { moderate: [item] } }] });
  });
});

describe("moderating", () => {
  it("lets everybody restate an item once, and what is said then stands", () => {
    given(...revealed())
      .when(moderate(), by("eva", 37))
      .then({
        type: "ScoreModerated",
        payload: { item, scores: [{ evaluator: "eva", score: 3 }], text: text("talked") },
      });
    const once = happened(
      "ScoreModerated",
      { item, scores: [{ evaluator: "eva", score: 3 }], text: text("t") },
      "eva",
      37,
    );
    given(...revealed(), once)
      .when(moderate(), by("eva", 37))
      .thenRefused("ScoreRestatedAlready@item");
    const { evaluation } = stateAfter(...revealed(), once);
    if (evaluation === null || evaluation.revealed === null) throw new Error("not revealed");
    expect(standingScores(evaluation.revealed, item)).toEqual([
      { evaluator: "eva", score: 3 },
      { evaluator: "emil", score: 2 },
    ]);
    expect(inModeration(evaluation)).toEqual([item]);
    const both = stateAfter(
      ...revealed(),
      once,
      happened("ScoreModerated", { item, scores: [{ evaluator: "emil", score: 3 }], text: text("t") }, "emil", 37),
    ).evaluation;
    expect(both && inModeration(both)).toEqual([]);
  });

  it("waits for nobody who was recused since", () => {
    const { evaluation } = stateAfter(
      ...revealed(),
      happened("ScoreModerated", { item, scores: [{ evaluator: "emil", score: 3 }], text: text("t") }, "emil", 37),
      happened("PersonRecused", { person: "eva", as: "evaluator" }, "eva", 38),
    );
    expect(evaluation && inModeration(evaluation)).toEqual([]);
  });

  it("is for revealed items in moderation, by those who scored", () => {
    given(...submitted())
      .when(moderate(), by("eva", 37))
      .thenRefused("ScoresNotRevealed");
    given(...revealed())
      .when(moderate(items[1]), by("eva", 37))
      .thenRefused("ItemNotInModeration@item");
    given(...revealed())
      .when(moderate(item, 7, noText), by("eva", 37))
      .thenRefused("ScoreOffScale@score", "TextMissing@text");
    given(...revealed())
      .when(moderate(), by("edda", 37))
      .thenRefused("NotAssigned", "NothingScored");
  });
});

describe("dissent", () => {
  it("is on record for those who take part, evaluators after the reveal", () => {
    for (const actor of ["eva", "ada"])
      given(...revealed())
        .when(dissent, by(actor, 37))
        .then({ type: "DissentRecorded", payload: { by: actor, text: text("I disagree") } });
    given(...submitted())
      .when(dissent, by("eva", 37))
      .thenRefused("ScoresNotRevealed");
    given(...revealed())
      .when(dissent, by("edda", 37))
      .thenRefused("NotTakingPart");
    given(...proposed())
      .when(dissent, by("ada"))
      .thenAccepted();
  });
});

describe("a rollout gate that returns", () => {
  it("closes the round; the next assignment opens another", () => {
    const story = [...revealed(), decided("rollout", "return", 38), decided("completion", "approve", 39)];
    expect(stateAfter(...story)).toMatchObject({
      stage: "evaluating",
      evaluation: null,
      pastEvaluations: [{ round: 1 }],
    });
    given(...story)
      .when({ type: "AssignEvaluators", evaluators: ["eva", "emil"] }, by("ada", 39))
      .thenAccepted();
  });
});

describe("a moderation never ends in a dead end", () => {
  const restatedBy = (evaluator: string, score: number | null, n = 37) =>
    happened("ScoreModerated", { item, scores: [{ evaluator, score }], text: text("talked") }, evaluator, n);

  it("lets whoever left an item unjudged judge it later, once", () => {
    const left = [...revealed(), restatedBy("eva", null)];
    given(...left)
      .when(moderate(item, 4), by("eva", 38))
      .then({
        type: "ScoreModerated",
        payload: { item, scores: [{ evaluator: "eva", score: 4 }], text: text("talked") },
      });
    const judged = [...left, restatedBy("eva", 4, 38)];
    given(...judged)
      .when(moderate(item, 5), by("eva", 39))
      .thenRefused("ScoreRestatedAlready@item");
    const { evaluation } = stateAfter(...judged);
    expect(evaluation?.revealed && standingScores(evaluation.revealed, item)[0]).toEqual({
      evaluator: "eva",
      score: 4,
    });
  });

  it("waits for nobody who was released since, however few remain: the sheet that was revealed stands", () => {
    given(...revealed())
      .when({ type: "ReleaseEvaluator", evaluator: "emil", reason: text("on leave") }, by("ada", 38))
      .then({ type: "EvaluatorReleased", payload: { evaluator: "emil", reason: text("on leave") } });
    const { evaluation } = stateAfter(
      ...revealed(),
      restatedBy("eva", 3),
      happened("EvaluatorReleased", { evaluator: "emil", reason: text("on leave") }, "ada", 38),
    );
    expect(evaluation && inModeration(evaluation)).toEqual([]);
    expect(evaluation?.revealed && standingScores(evaluation.revealed, item)).toHaveLength(2);
  });

  it("is measured anew over the scores that then stand, beside what was measured blind", () => {
    const both = stateAfter(...revealed(), restatedBy("eva", 3), restatedBy("emil", 3)).evaluation?.revealed;
    if (both === null || both === undefined) throw new Error("not revealed");
    const rubric = rubricItems(aPlan(), aPolicy());
    const before = agreementOf(both.sheets, rubric, aPolicy());
    const after = agreementAfter(both, rubric, aPolicy());
    expect(after?.raw ?? 0).toBeGreaterThan(before.raw ?? 1);
    expect(agreementAfter({ ...both, moderated: [] }, rubric, aPolicy())).toBeNull();
  });
});
