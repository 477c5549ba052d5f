import { describe, expect, it } from "vitest";
import { countablesOf } from "../../../src/domain/technology/countables.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { Countable } from "../../../src/domain/technology/manifest/countable.ts";
import type { DecisionRecord } from "../../../src/domain/technology/state/decision.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { day, happened, noon, stateAfter, text, aRecord, aVerdict } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { atRolloutGate } from "./gate-stories.ts";
import { firstWave, opened } from "./rollout-stories.ts";

const dayOf = (instant: string): string => instant.slice(0, 10);
const counted = (t: Technology, kind: Countable["kind"]) =>
  countablesOf(t, { policy: plainPolicy, dayOf }).filter((countable) => countable.kind === kind);
const standings = (t: Technology, kind: Countable["kind"]) => counted(t, kind).map(({ standing }) => standing);

const held = (kind: "guard" | "person", n: number): Happened =>
  happened(
    "RolloutHeld",
    kind === "guard"
      ? { cause: { kind, indicator: "availability", wave: 1 }, text: null }
      : { cause: { kind }, text: text("complaints") },
    "pia",
    n,
  );
const resumed = (n: number): Happened => happened("RolloutResumed", { text: text("again") }, "ada", n);
const gate = (of: "rollout" | "adoption", outcome: "approve" | "reject" | "return", n: number): Happened =>
  happened(
    "GateDecided",
    {
      ...{ gate: of, outcome, conditions: [], record: aRecord() },
      lessons: outcome === "reject" ? text("learned") : null,
    },
    "ada",
    n,
  );
const rolledBack = (n: number): Happened => happened("RolledBack", { text: text("worse") }, "ada", n);

const approvedOn = (record: DecisionRecord): readonly Happened[] => [
  ...atRolloutGate(),
  happened("GateDecided", { gate: "rollout", outcome: "approve", conditions: [], lessons: null, record }, "ada", 42),
];

describe("what has become of an approval of the rollout", () => {
  it.each<[string, readonly Happened[], readonly string[]]>([
    ["nothing yet", firstWave(), ["open"]],
    ["stands still", [...firstWave(), held("person", 46)], ["held"]],
    ["goes on again", [...firstWave(), held("person", 46), resumed(47)], ["open"]],
    ["a guard was breached, once", [...firstWave(), held("guard", 46), resumed(47)], ["breached"]],
    ["adopted", [...firstWave(), gate("adoption", "approve", 60)], ["adopted"]],
    [
      "adopted after a stop by hand",
      [...firstWave(), held("person", 46), resumed(47), gate("adoption", "approve", 60)],
      ["adopted"],
    ],
    [
      "adopted after a breach",
      [...firstWave(), held("guard", 46), resumed(47), gate("adoption", "approve", 60)],
      ["breached"],
    ],
    ["refused at adoption", [...firstWave(), gate("adoption", "reject", 60)], ["taken-back"]],
    ["sent back at adoption, and goes on", [...firstWave(), gate("adoption", "return", 60)], ["open"]],
    ["rolled back", [...firstWave(), held("guard", 46), rolledBack(50)], ["taken-back"]],
    [
      "rolled back, and approved anew: each for itself",
      [...firstWave(), held("guard", 46), rolledBack(50), gate("rollout", "approve", 70), opened(1, 71)],
      ["taken-back", "open"],
    ],
    [
      "the second of two was adopted, the guard was breached in the first",
      [
        ...firstWave(),
        held("guard", 46),
        rolledBack(50),
        gate("rollout", "approve", 70),
        gate("adoption", "approve", 90),
      ],
      ["taken-back", "adopted"],
    ],
  ])("%s", (_, story, fates) => {
    const t = stateAfter(...story);
    expect(standings(t, "rollout")).toEqual(fates);
    expect(standings(t, "margin").map((standing) => standing.split(".").at(-1))).toEqual(fates);
  });

  it("is told of what was waived and of who spoke against, on the day of the approval", () => {
    const record = aRecord({
      conditions: [
        { key: "evidence-current", status: "waived", reason: { code: "waived", params: {} } } as never,
        { key: "needs-coverage", status: "met", reason: { code: "met", params: {} } } as never,
      ],
      dissents: [text("too early")],
      votes: [
        { person: "ada", option: "approve", reason: text("good") },
        { person: "abel", option: "return", reason: text("not yet") },
      ],
    });
    const t = stateAfter(...approvedOn(record), opened(1, 45), rolledBack(50));
    expect(counted(t, "waiver")).toMatchObject([
      { standing: "taken-back", on: day(42), detail: { condition: "evidence-current" } },
    ]);
    expect(counted(t, "voice")).toMatchObject([{ detail: { voice: "dissent" } }, { detail: { voice: "vote" } }]);
    expect(standings(t, "voice")).toEqual(["taken-back", "taken-back"]);
  });

  it("has the margin of its verdict in whole points, and none where there was no verdict", () => {
    const marginsOf = (verdict: ReturnType<typeof aVerdict> | null) => {
      return standings(stateAfter(...approvedOn(aRecord({ verdict }))), "margin");
    };
    const criterion = {
      id: "capacity",
      weight: 1,
      floor: 50,
      state: "cleared",
      measuredIndicators: 1,
      applicableIndicators: 1,
    } as const;
    const lower = (bound: number) => ({
      ...aVerdict(),
      criteria: [{ ...criterion, score: { mean: 80, lower: bound, upper: 90 } }],
      indicators: [],
    });
    expect(marginsOf(lower(57.9))).toEqual(["7.open"]);
    expect(marginsOf(lower(49.9))).toEqual(["-1.open"]);
    expect(marginsOf(lower(20))).toEqual(["-1.open"]);
    expect(marginsOf({ ...aVerdict(), criteria: [], indicators: [] })).toEqual(["unknown.open"]);
    expect(marginsOf(null)).toEqual(["unknown.open"]);
  });
});

describe("promises and interfaces", () => {
  const promise = (set: string, by: string, keptOn: string | null) => ({
    ...{ promisedSet: set, promisedTo: "transport", promisedBy: by },
    ...(keptOn === null ? { promiseKept: "no" } : { promiseKept: "yes", keptOn, keptProof: "e1" }),
  });
  const safeguard = (kind: string, ...accepted: readonly (readonly [n: number, answers: object])[]) =>
    ({
      kind,
      item: "g1",
      dropped: null,
      accepted: accepted.map(([n, answers]) => ({ answers, at: noon(n) })),
    }) as never;
  const withSafeguards = (...safeguards: readonly never[]) => ({ ...stateAfter(...firstWave()), safeguards });

  it("are kept, kept late, open or withdrawn, whatever a later record leaves out", () => {
    const first = {
      promises: [
        promise("Addresses", day(10), null),
        promise("Permits", day(20), null),
        promise("Deaths", day(9), null),
        promise("Births", day(30), null),
      ],
    };
    const second = {
      promises: [
        promise("ADDRESSES", day(10), day(10)),
        promise("Permits", day(20), day(21)),
        promise("Births", day(30), null),
      ],
    };
    const t = withSafeguards(safeguard("data-record", [5, first], [25, second]));
    expect(counted(t, "promise").map(({ standing, on }) => [standing, on])).toEqual([
      ["kept", day(10)],
      ["kept-late", day(20)],
      ["withdrawn", day(9)],
      ["open", day(30)],
    ]);
  });

  it("of a record that was never accepted do not count", () => {
    expect(counted(withSafeguards(safeguard("data-record")), "promise")).toEqual([]);
  });

  it("say of each course of the last training statement whether it was held by its day", () => {
    const course = (n: number, heldOn: string | null) => ({
      ...{ wave: 1, site: "Main", role: "Clerk", planned: 8, by: day(n) },
      ...(heldOn === null ? { held: "no" } : { held: "yes", heldOn, attended: 8, passed: 8, heldProof: "e1" }),
    });
    const courses = [course(10, day(10)), course(20, day(21)), course(30, null)];
    const t = withSafeguards(safeguard("training", [5, { courses: [course(9, null)] }], [25, { courses }]));
    expect(counted(t, "training").map(({ standing, on }) => [standing, on])).toEqual([
      ["met", day(10)],
      ["late", day(20)],
      ["open", day(30)],
    ]);
  });

  it("count an interface from the day on which it began to follow a standard, whichever", () => {
    const row = (name: string, standard?: string) => ({
      name,
      direction: "offers",
      kind: "service",
      ...(standard !== undefined && { standard }),
    });
    const t = withSafeguards(
      safeguard(
        "interfaces",
        [5, { interfaces: [row("register", "api@1.0"), row("mail"), row("files")] }],
        [15, { interfaces: [row("Register", "api@2.0"), row("mail", "api@2.0")] }],
      ),
    );
    expect(counted(t, "interface").map(({ standing, on }) => [standing, on])).toEqual([
      ["standard", day(5)],
      ["standard", day(15)],
    ]);
  });
});

describe("ends and lessons", () => {
  const lessons = (n: number) => happened("LessonsRecorded", { text: text("learned") }, "pia", n);
  it("a rollout taken back is a result once its lessons are given, and those of another do not stand for it", () => {
    const back = [...firstWave(), rolledBack(50)];
    expect(standings(stateAfter(...firstWave(), lessons(46), rolledBack(50)), "ending")).toEqual(["without-lessons"]);
    expect(standings(stateAfter(...back, lessons(52)), "ending")).toEqual(["with-lessons"]);
    const again = [...back, gate("rollout", "approve", 70), lessons(75), rolledBack(80)];
    expect(standings(stateAfter(...again), "ending")).toEqual(["without-lessons", "without-lessons"]);
  });

  it("an adoption is a result, and a retirement owes lessons", () => {
    const adopted = [...firstWave(), gate("adoption", "approve", 60)];
    const retired = [...adopted, happened("TechnologyRetired", { reason: text("old") }, "ada", 90)];
    expect(standings(stateAfter(...retired), "ending")).toEqual(["adopted", "without-lessons"]);
    expect(standings(stateAfter(...retired, lessons(91)), "ending")).toEqual(["adopted", "with-lessons"]);
  });
});
