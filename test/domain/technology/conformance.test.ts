import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { conformance } from "../../../src/domain/safeguard-kinds/conformance.ts";
import { digestOfAnswers } from "../../../src/domain/safeguards/answers.ts";
import { standingOf } from "../../../src/domain/safeguards/standing.ts";
import type { Register } from "../../../src/domain/standards/register.ts";
import type { StandardVersion, VersionEnding } from "../../../src/domain/standards/standard.ts";
import { standards as chapter } from "../../../src/domain/technology/standards/chapter.ts";
import { toMove } from "../../../src/domain/technology/standards/work.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, given, happened, stateAfter, text, withEvidence } from "../../support/technology.ts";

const version = (name: string, inForceOn: string | null, ending: VersionEnding | null = null): StandardVersion => ({
  version: name,
  text: text(name),
  link: null,
  rules: null,
  inForceOn,
  ending,
});
const register = (...versions: StandardVersion[]): Register => ({
  "city-api": {
    standard: "city-api",
    kind: "interface",
    name: { en: "City interfaces", zh: "城市接口" },
    owner: { kind: "department", department: "it" },
    versions,
    texts: [],
    erased: [],
  },
});

const ending: VersionEnding = { deprecatedOn: day(10), until: day(100), successor: "2.0", reason: null };
const before = register(
  version("1.0", day(-100)),
  version("2.0", null),
  version("0.9", day(-300), { ...ending, deprecatedOn: day(-100), until: day(-1), successor: "1.0" }),
);
const changing = register(version("1.0", day(-100), ending), version("2.0", day(10)));

const answersTo = (name: string): SafeguardAnswers => ({ standard: name, evidence: ["e1"], whole: "yes" });
const answers = answersTo("city-api@1.0");
const state = (given: SafeguardAnswers, submit = true) =>
  ({ type: "StateSafeguard", kind: "conformance", item: null, answers: given, submit }) as const;
const stated = (name = "city-api@1.0", item = "g1"): readonly Happened[] => [
  happened("SafeguardStated", { kind: "conformance", item, answers: answersTo(name), cleared: [] }, "pia", 6),
  happened(
    "SafeguardSubmitted",
    { kind: "conformance", item, of: digestOfAnswers("conformance", answersTo(name)) },
    "pia",
    6,
  ),
];
const accepted = (item = "g1"): Happened =>
  happened(
    "SafeguardReviewed",
    {
      kind: "conformance",
      item,
      outcome: "accepted",
      of: digestOfAnswers("conformance", answers),
      text: null,
      until: null,
      ground: {},
      fixes: {},
    },
    "ada",
    7,
  );
const { reason: _, ...days } = ending;
const notice = { standard: "city-api", version: "1.0", ...days };
const moved = happened("StandardMoved", notice, "system", 8);
const inForce = (): readonly Happened[] => [...withEvidence(), ...stated(), accepted()];

const { rollout } = defaultPolicy.gates;
const asking: Policy = {
  ...defaultPolicy,
  gates: {
    ...defaultPolicy.gates,
    rollout: { ...rollout, conditions: [{ key: "conformance", waivable: true, deferrable: false }] },
  },
};
const finding = (story: readonly Happened[], n: number) =>
  findingOf("conformance", "rollout", stateAfter(...story), asking, { today: day(n) });

describe("conformance to a standard", () => {
  it.each([
    ["in force", answers, before, []],
    ["being phased out", answers, changing, []],
    ["not in the register", answersTo("city-api@7"), before, ["ConformanceVersionUnknown@standard"]],
    ["of no standard here", answersTo("nobody@1.0"), before, ["ConformanceVersionUnknown@standard"]],
    ["that is no version", answersTo("city-api"), before, ["ConformanceVersionUnknown@standard"]],
    ["that is a draft", answersTo("city-api@2.0"), before, ["ConformanceVersionNotYet@standard"]],
    ["published for later", answersTo("city-api@2.0"), changing, ["ConformanceVersionNotYet@standard"]],
    ["withdrawn", answersTo("city-api@0.9"), before, ["ConformanceVersionWithdrawn@standard"]],
  ])("is handed in for a version %s, or refused", (_name, asked, standards, codes) => {
    const outcome = given(...withEvidence()).when(state(asked), by("pia", 6, { standards }));
    if (codes.length === 0) outcome.thenAccepted();
    else outcome.thenRefused(...codes);
  });

  it("is refused where nothing is known of the register: missing data is never a pass", () => {
    given(...withEvidence())
      .when(state(answers), by("pia", 6))
      .thenRefused("ConformanceVersionUnknown@standard");
  });

  it("is asked again when it is accepted: a version withdrawn meanwhile is not", () => {
    const review = {
      type: "ReviewSafeguard",
      item: "g1",
      of: digestOfAnswers("conformance", answers),
      outcome: "accepted",
      text: null,
    } as const;
    given(...withEvidence(), ...stated())
      .when(review, by("ada", 50, { standards: changing }))
      .thenAccepted();
    given(...withEvidence(), ...stated())
      .when(review, by("ada", 101, { standards: changing }))
      .thenRefused("ConformanceVersionWithdrawn@standard");
  });

  it("says which part is not met, and until when, where not all of it is", () => {
    given(...withEvidence())
      .when(state({ ...answers, whole: "no" }), by("pia", 6, { standards: before }))
      .thenRefused("AnswerMissing@notMet", "AnswerMissing@until");
  });

  it("speaks of one version once", () => {
    given(...withEvidence(), ...stated())
      .when(state(answers), by("pia", 6, { standards: before }))
      .thenRefused("ConformanceDeclaredTwice@standard");
    given(...withEvidence(), ...stated("city-api@0.9"))
      .when(state(answers), by("pia", 6, { standards: before }))
      .thenAccepted();
  });

  it("takes its last day with it where the version is being phased out already", () => {
    given(...withEvidence())
      .when(state(answers, false), by("pia", 20, { standards: changing }))
      .then(
        { type: "SafeguardStated", payload: { kind: "conformance", item: "g1", answers, cleared: [] } },
        { type: "StandardMoved", payload: notice },
      );
  });
});

describe("the end of a declared version", () => {
  const note = { type: "NoteStandard" } as const;

  it("is put on the technology's own stream by the system alone, and said once", () => {
    given(...inForce())
      .when(note, by("system", 8, { standards: changing }))
      .then({ type: "StandardMoved", payload: notice });
    given(...inForce(), moved)
      .when(note, by("system", 9, { standards: changing }))
      .then();
    given(...inForce())
      .when(note, by("pia", 8, { standards: changing }))
      .thenRefused("RoleMissing");
    given(...withEvidence())
      .when(note, by("system", 8, { standards: changing }))
      .then();
    given(...inForce())
      .when(note, by("system", 8, { standards: before }))
      .then();
  });

  it("is said again where it moves", () => {
    const later = register(version("1.0", day(-100), { ...ending, until: day(200) }), version("2.0", day(10)));
    const again = { ...notice, until: day(200) };
    given(...inForce(), moved)
      .when(note, by("system", 9, { standards: later }))
      .then({ type: "StandardMoved", payload: again });
    const state = stateAfter(...inForce(), moved, happened("StandardMoved", again, "system", 9));
    expect(state.standardNotices).toEqual([again]);
  });

  it("lapses the statement one day past it, without anything having run: the condition is unmet", () => {
    const story = [...inForce(), moved];
    const standing = (n: number) => {
      const t = stateAfter(...story);
      return standingOf(conformance, t.safeguards[0]!, t, asking, day(n));
    };
    expect(standing(100)).toMatchObject({ state: "in-force", until: day(100) });
    expect(standing(101)).toMatchObject({ state: "lapsed", until: day(100) });
    expect(finding(story, 100).status).toBe("met");
    expect(finding(story, 101)).toMatchObject({
      status: "unmet",
      reason: { code: "conditions:safeguard.lapsed", params: { until: day(100) } },
    });
    // Without the notice it stands for good.
    expect(finding(inForce(), 101).status).toBe("met");
  });

  it("is work for whoever wrote the statement, with its day, until another version is declared", () => {
    expect(toMove(stateAfter(...inForce()))).toEqual([]);
    expect(toMove(stateAfter(...inForce(), moved))).toMatchObject([
      { kind: "move-standard", person: "pia", subject: "g1/city-api@1.0/2.0", due: day(100) },
    ]);
    const next = [...inForce(), moved, ...stated("city-api@2.0")];
    expect(toMove(stateAfter(...next))).toEqual([]);
  });

  it("is entered by the system in every stage, and corrected by nobody", () => {
    expect(chapter.acts.NoteStandard.roles).toEqual(["system"]);
    const t = stateAfter(...inForce(), moved);
    expect(t.entries.at(-1)).toMatchObject({ type: "StandardMoved", role: null });
    expect(t.authors).toEqual(stateAfter(...inForce()).authors);
  });
});
