import { expect, test } from "vitest";
import { adviceOn } from "../../../src/http/say/condition-advice.ts";
import type { ConditionResult } from "../../../src/domain/technology/state/condition-result.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";

const open = (key: string, owner: ConditionResult["owner"] = "planner"): ConditionResult => ({
  key,
  status: "unknown",
  reason: { code: `conditions:${key}.unknown`, params: {} },
  remedy: { code: `conditions:${key}.remedy`, params: {} },
  owner,
  due: null,
  waivable: true,
  deferrable: true,
});

const nothing = { stage: "evaluating", plan: null, looks: [], evaluation: null, rollout: null };
const opened = { number: 2, openedOn: "2027-01-01", plan: { looks: ["2027-02-01", "2027-03-01"] } };
const advised = (technology: object, key: string, owner?: ConditionResult["owner"]): string => {
  const advice = adviceOn({ ...nothing, ...technology } as unknown as Technology, open(key, owner));
  return `${advice?.remedy.code.replace("conditions:", "")} ${advice?.role}`;
};
const look = (plan: number) => ({ plan });

test.each([
  ["no plan: nothing can be amended", {}, "rollback-planned", "advice.lockPlan planner"],
  ["a plan outside its pilot is not amended", { plan: opened }, "rollback-planned", "advice.noAmendment approver"],
  ["within it, it is", { plan: opened, stage: "piloting" }, "rollback-planned", "rollback-planned.remedy planner"],
  ["no pilot: nothing can be attached", {}, "plan-evidence-complete", "advice.openPilot planner"],
  ["a look is ahead", { plan: opened, looks: [look(2)] }, "verdict-of-evidence", "advice.beforeLook planner"],
  [
    "looks of an earlier plan do not count",
    { plan: opened, looks: [look(1), look(1)] },
    "verdict-of-evidence",
    "advice.beforeLook planner",
  ],
  ["none is", { plan: opened, looks: [look(2), look(2)] }, "verdict-of-evidence", "advice.noLook approver"],
  ["nobody evaluates yet", {}, "scores-revealed", "advice.assign approver"],
  [
    "a held rollout waits for an approver",
    { stage: "rolling-out", rollout: { waves: [{ state: "open" }], hold: {} } },
    "waves-complete",
    "advice.resume approver",
  ],
  ["an admitted proposal is not revised", {}, "cost-stated", "advice.noRevision planner"],
])("how a condition is met fits what the technology has come to: %s", (_, technology, key, said) => {
  expect(advised(technology, key)).toBe(said);
});
