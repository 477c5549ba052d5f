import { describe, expect, it, test } from "vitest";
import { decisionsToTell } from "../../../src/domain/technology/publication/publish.ts";
import { publishingDefault } from "../../../src/domain/policy/safeguards/publishing.ts";
import type { PublishedStage } from "../../../src/domain/policy/safeguards/publishing.ts";
import { firstUntold, groundAgainst, noPublication } from "../../../src/domain/technology/state/publication.ts";
import { stageBefore } from "../../../src/domain/technology/state/stage-before.ts";
import type { Stage } from "../../../src/domain/technology/state/stage.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";

/** A life as far as telling it goes: where it stood after each decision, and on which day that was taken. */
type Decision = readonly [position: number, day: string, leadsTo: Stage];

function life(decisions: readonly Decision[], told: readonly number[] = []): Technology {
  return {
    ...noPublication,
    stage: decisions.at(-1)?.[2] ?? "proposed",
    decisions: decisions.map(([position, today]) => ({ position, record: { today } })),
    passages: decisions.map(([position, , stage]) => ({ position, stage, at: "" })),
    published: told.map((decision) => ({ decision })),
  } as unknown as Technology;
}

const admitted: Decision = [3, "2026-03-01", "piloting"];
const completed: Decision = [9, "2026-05-01", "evaluating"];
const approved: Decision = [20, "2026-06-01", "rolling-out"];
const refused: Decision = [4, "2026-03-01", "rejected"];
const returned: Decision = [21, "2026-06-01", "piloting"];

describe("what may be told of the decisions by a day", () => {
  test.each<[string, readonly Decision[], PublishedStage, number, string, readonly number[]]>([
    ["nothing before there is a decision", [], "piloting", 0, "2026-12-01", []],
    ["nothing while its embargo runs", [admitted], "piloting", 7, "2026-03-07", []],
    ["it from the day on which the embargo is over", [admitted], "piloting", 7, "2026-03-08", [3]],
    ["at once without an embargo", [admitted], "piloting", 0, "2026-03-01", [3]],
    ["nothing below the policy's stage", [admitted, completed], "rolling-out", 0, "2026-12-01", []],
    [
      "all that came before, once that stage is reached",
      [admitted, completed, approved],
      "rolling-out",
      7,
      "2026-12-01",
      [3, 9, 20],
    ],
    [
      "nothing of it while what led there is under embargo",
      [admitted, completed, approved],
      "rolling-out",
      7,
      "2026-06-05",
      [],
    ],
    ["what is older than an embargo that runs", [admitted, completed, approved], "piloting", 7, "2026-06-05", [3, 9]],
    ["nothing of a proposal that was refused", [refused], "piloting", 0, "2026-12-01", []],
    [
      "that one which was piloted was refused later",
      [admitted, [8, "2026-04-01", "rejected"]],
      "piloting",
      0,
      "2026-12-01",
      [3, 8],
    ],
    ["that it was returned", [admitted, completed, returned], "evaluating", 0, "2026-12-01", [3, 9, 21]],
  ])("%s", (_, decisions, from, embargoDays, today, expected) => {
    const rules = { ...publishingDefault, from, embargoDays };
    expect(decisionsToTell(life(decisions), rules, today).map(({ position }) => position)).toEqual(expected);
  });

  it("is each told once, and goes on being told under a stricter policy", () => {
    const rules = { ...publishingDefault, embargoDays: 0 };
    expect(decisionsToTell(life([admitted, completed], [3, 9]), rules, "2026-12-01")).toEqual([]);
    const stricter = { ...rules, from: "adopted" } as const;
    expect(
      decisionsToTell(life([admitted, completed], [3]), stricter, "2026-12-01").map(({ position }) => position),
    ).toEqual([9]);
  });
});

describe("until a decision is told", () => {
  it("the stage is the one before it", () => {
    const t = life([admitted, completed, approved], [3, 9]);
    expect(firstUntold(t)?.position).toBe(20);
    expect(stageBefore(t, 20)).toBe("evaluating");
    expect(stageBefore(t, 3)).toBe("proposed");
    expect(stageBefore(t, null)).toBe("rolling-out");
  });
});

describe("what is withheld", () => {
  it("stands with its own ground, or with that of everything", () => {
    const at = "2026-03-01T00:00:00Z";
    const state = { ...noPublication, withheldParts: [{ part: "tried", ground: "security", at } as const] };
    expect(groundAgainst(state, "tried")).toBe("security");
    expect(groundAgainst(state, "reasons")).toBeNull();
    const all = { ...state, withheldParts: [{ part: "everything", ground: "proceedings", at } as const] };
    expect(groundAgainst(all, "reasons")).toBe("proceedings");
  });
});
