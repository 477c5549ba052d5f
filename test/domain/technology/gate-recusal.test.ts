import { expect, it } from "vitest";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Happened } from "../../support/technology.ts";
import { by, given, happened, stateAfter, text } from "../../support/technology.ts";
import { atRolloutGate, vote } from "./gate-stories.ts";

const recuse = { type: "RecuseApprover", text: text("my brother sells it") } as const;

it("steps back for good and takes the vote along", () => {
  const story = atRolloutGate();
  const cast = decide(stateAfter(...story), vote(story, by("ada", 41), "approve"), by("ada", 41));
  const voted = [
    ...story,
    ...(cast.kind === "accepted" ? cast.events : []).map((event): Happened => ({
      event,
      actor: "ada",
      time: by("ada", 41).now,
    })),
  ];
  expect(stateAfter(...voted).ballots.rollout?.votes).toHaveLength(1);
  const { decision } = given(...voted).when(recuse, by("ada", 41));
  expect(decision).toEqual({
    kind: "accepted",
    events: [
      { type: "InterestDeclared", schema: 1, payload: { person: "ada", conflict: true, text: recuse.text } },
      { type: "PersonRecused", schema: 1, payload: { person: "ada", as: "approver" } },
    ],
  });
  const recused = [...voted, happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 41)];
  expect(stateAfter(...recused).ballots.rollout?.votes).toEqual([]);
});

it("is for approvers, once, with a reason", () => {
  given(...atRolloutGate())
    .when({ ...recuse, text: "" as never }, by("pia", 41))
    .thenRefused("RoleMissing", "TextMissing@text");
  given(...atRolloutGate(), happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 40))
    .when(recuse, by("ada", 41))
    .thenRefused("AlreadyRecused");
});
