import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import type { CorrectionChanges } from "../../../src/domain/technology/state/technology.ts";
import { measureContext } from "../../../src/domain/technology/looks/look-context.ts";
import { contextOf } from "../../../src/domain/technology/pilot/looks.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, happened, noon, stateAfter, text } from "../../support/technology.ts";
import { goodEvidence, pilotWith } from "./look-stories.ts";
import { followed, system } from "./rollout-stories.ts";

const drill = (on: number, minutes: number, recorded = on): Happened =>
  happened("DrillRecorded", { on: day(on), minutes, text: text("drill") }, "pia", recorded);

/** The entry just recorded is corrected; events of a story stand at 10, 20, 30 … */
const correcting = (story: readonly Happened[], changes: CorrectionChanges, n: number): readonly Happened[] => [
  ...story,
  happened(
    "EntryCorrected",
    { corrects: 10 * story.length, correctedType: "DrillRecorded", changes, text: text("typed wrong") },
    "pia",
    n,
  ),
];

const drillsOn = (story: readonly Happened[], n: number): readonly number[] | undefined =>
  measureContext(stateAfter(...story), plainPolicy, day(n))?.drills;

/** What the first look, of day 20, sees where the sweep comes by on a day. */
const seenAt = (story: readonly Happened[], swept: number): readonly number[] | undefined => {
  const [look] = stateAfter(...followed(story, { type: "Sweep" }, system(swept))).looks;
  if (look === undefined) throw new Error("no look was taken");
  return contextOf(stateAfter(...story), look, plainPolicy)?.drills;
};

describe("drills of a pilot", () => {
  it("count in seconds, from the opening of its plan through the day of the look", () => {
    const story = [...pilotWith([]), drill(2, 90, 4), drill(3, 40, 4), drill(20, 20), drill(21, 10)];
    expect(drillsOn(story, 20)).toEqual([2400, 1200]);
    expect(drillsOn(story, 21)).toEqual([2400, 1200, 600]);
  });

  it("are none where nothing was opened or recorded", () => {
    expect(drillsOn([...pilotWith([]).slice(0, -1), drill(3, 40)], 20)).toEqual([]);
    expect(drillsOn(pilotWith([]), 20)).toEqual([]);
  });

  it("count as corrected, and what stood before stays on record", () => {
    const once = correcting([...pilotWith([]), drill(5, 400)], { drillMinutes: 40 }, 6);
    const twice = [
      ...once,
      happened(
        "EntryCorrected",
        {
          corrects: 10 * (once.length - 1),
          correctedType: "DrillRecorded",
          changes: { drillOn: day(4) },
          text: text("day"),
        },
        "pia",
        7,
      ),
    ];
    expect(drillsOn(twice, 20)).toEqual([2400]);
    expect(stateAfter(...twice).rollout?.drills).toMatchObject([
      {
        on: day(4),
        minutes: 40,
        recordedAt: noon(5),
        was: [
          { on: day(5), minutes: 400, until: noon(6) },
          { on: day(5), minutes: 40, until: noon(7) },
        ],
      },
    ]);
  });

  it("have no second figure where a correction only states something", () => {
    const story = correcting([...pilotWith([]), drill(5, 40)], {}, 6);
    expect(stateAfter(...story).rollout?.drills).toMatchObject([{ minutes: 40, was: [] }]);
  });

  it("cannot be taken off the record", () => {
    const story = [...pilotWith([]), drill(5, 40)];
    const empty = { corrects: 10 * story.length, correctedType: "DrillRecorded", text: text("w") } as const;
    expect(() =>
      followed(story, { type: "CorrectEntry", ...empty, changes: { drillMinutes: 0 } }, by("pia", 6)),
    ).toThrow("NotPositive");
  });
});

describe("a look sees drills", () => {
  it("recorded by its own date, also where it is taken late", () => {
    const story = [...pilotWith(goodEvidence()), drill(10, 40), drill(18, 30, 22), drill(25, 20)];
    expect(seenAt(story, 45)).toEqual([2400]);
  });

  it("with the figures of its own date: a correction made after it helps no late look", () => {
    const story = [...pilotWith(goodEvidence()), drill(10, 400)];
    expect(seenAt(correcting(story, { drillMinutes: 40 }, 19), 45)).toEqual([2400]);
    expect(seenAt(correcting(story, { drillMinutes: 40 }, 21), 45)).toEqual([24_000]);
    expect(seenAt(correcting(story, { drillOn: day(2) }, 21), 45)).toEqual([24_000]);
  });

  it("as they stood when it was taken: shortened afterwards, the look stands and the next one sees both days", () => {
    const story = [...pilotWith(goodEvidence()), drill(10, 400)];
    const looked = followed(story, { type: "Sweep" }, system(20));
    const corrected = [
      ...looked,
      happened(
        "EntryCorrected",
        {
          corrects: 10 * story.length,
          correctedType: "DrillRecorded",
          changes: { drillMinutes: 40 },
          text: text("typed wrong"),
        },
        "pia",
        22,
      ),
    ];
    const [first] = stateAfter(...looked).looks;
    const after = stateAfter(...followed(corrected, { type: "Sweep" }, system(40)));
    expect(after.looks[0]).toEqual(first);
    const drillsAt = (n: number, events: readonly Happened[]) => {
      const look = after.looks[n];
      return look === undefined ? null : contextOf(stateAfter(...events), look, plainPolicy)?.drills;
    };
    expect(drillsAt(0, story)).toEqual([24_000]);
    expect(drillsAt(1, corrected)).toEqual([2400]);
  });

  it("of the zone's day", () => {
    const late: Happened = { ...drill(20, 40), time: `${day(20)}T23:59:00.000Z` };
    expect(seenAt([...pilotWith(goodEvidence()), late], 30)).toEqual([2400]);
    const next: Happened = { ...drill(20, 40), time: `${day(21)}T00:01:00.000Z` };
    expect(seenAt([...pilotWith(goodEvidence()), next], 30)).toEqual([]);
  });
});
