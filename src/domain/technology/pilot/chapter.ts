import { isBefore } from "../../words/days.ts";
import { pilotPayloads } from "./payloads.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors } from "../manifest/offered.ts";
import type { PilotCommand, PilotEvent } from "../state/pilot.ts";
import { applies } from "./apply.ts";
import { ahead, daysShown, laterLooks, looksToTake } from "./dates.ts";
import { takeDueLooks } from "./looks.ts";
import { amendPilotPlan, lockPilotPlan, openPilot, stopPilot } from "./pilot.ts";
import { withAssisted, withAssistedWhy, withPlanChoices } from "./upcasts.ts";
import { startsLate } from "./warnings.ts";
import { planning } from "./work.ts";

export const pilot = {
  acts: {
    LockPilotPlan: {
      roles: ["planner"],
      stages: ["piloting"],
      rewriting: true,
      program: "plan",
      offered: (t, f) => t.plan === null && toAuthors(t, f),
      decide: lockPilotPlan,
    },
    AmendPilotPlan: {
      roles: ["planner"],
      stages: ["piloting"],
      rewriting: true,
      offered: (t, f) => t.plan !== null && toAuthors(t, f),
      decide: amendPilotPlan,
    },
    OpenPilot: {
      roles: ["planner"],
      stages: ["piloting"],
      program: "plan",
      offered: ({ plan }, f) => plan !== null && plan.openedOn === null && !isBefore(f.today, plan.plan.startsOn),
      decide: openPilot,
    },
    StopPilot: {
      roles: ["planner", "approver"],
      stages: ["piloting"],
      deciding: true,
      // After what a pilot is there for.
      at: 35,
      decide: stopPilot,
    },
  },
  facts: {
    PilotPlanLocked: {
      schema: 4,
      payload: pilotPayloads.PilotPlanLocked,
      enteredBy: ["LockPilotPlan"],
      apply: applies.PilotPlanLocked,
      upcasts: { 1: withPlanChoices, 2: withAssisted, 3: withAssistedWhy },
    },
    PilotPlanAmended: {
      schema: 4,
      payload: pilotPayloads.PilotPlanAmended,
      enteredBy: ["AmendPilotPlan"],
      apply: applies.PilotPlanAmended,
      upcasts: { 1: withPlanChoices, 2: withAssisted, 3: withAssistedWhy },
    },
    PilotOpened: {
      schema: 1,
      payload: pilotPayloads.PilotOpened,
      enteredBy: ["OpenPilot"],
      apply: applies.PilotOpened,
    },
    LookTaken: { schema: 1, payload: pilotPayloads.LookTaken, enteredBy: ["Sweep"], apply: applies.LookTaken },
    PilotStopped: {
      schema: 1,
      payload: pilotPayloads.PilotStopped,
      enteredBy: ["StopPilot"],
      apply: applies.PilotStopped,
    },
  },
  sweep: [{ at: 10, step: takeDueLooks }],
  work: [{ at: 50, items: planning }],
  warnings: [{ at: 22, items: startsLate }],
  dates: { ahead: [{ at: 10, days: ahead }], planned: [{ days: laterLooks }], swept: looksToTake, shown: daysShown },
  conditions: [
    "pilot-length-run",
    "plan-evidence-complete",
    "amendments-explained",
    "verdict-of-evidence",
    "rollback-planned",
    "assisted-groups",
    "assisted-considered",
  ],
} satisfies Chapter<PilotCommand, PilotEvent>;
