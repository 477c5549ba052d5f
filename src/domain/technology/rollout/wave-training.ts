import { conditionsFor } from "../../policy/conditions-for.ts";
import type { Policy } from "../../policy/policy.ts";
import { training } from "../../safeguard-kinds/training.ts";
import { standingOf } from "../../safeguards/standing.ts";
import { coursesOf, trainingKey } from "../../safeguards/training.ts";
import type { Course } from "../../safeguards/training.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { Day } from "../../words/text.ts";
import { safeguardsOf } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

/**
 * Why a wave reaches nobody yet: people at its sites are not trained. Asked for where the policy asks a gate for training
 * of this tier, unless a waiver stands for the gate that approved the rollout.
 */
export function trainingReasons(t: Technology, wave: number, policy: Policy, today: Day): readonly Reason[] {
  if (!asksForTraining(t, policy) || isWaived(t, today)) return [];
  const [statement] = safeguardsOf(t, trainingKey);
  const stands = statement !== undefined && standingOf(training, statement, t, policy, today).state === "in-force";
  if (!stands) return when(true, "TrainingNotAccepted", undefined, { wave });
  const courses = coursesOf(statement.answers, wave);
  if (courses.length === 0) return when(true, "TrainingUnplanned", undefined, { wave });
  return courses.flatMap((course) => courseReasons(course, policy));
}

const asksForTraining = ({ tier }: Technology, { gates }: Policy): boolean =>
  [gates.rollout, gates.adoption].some((gate) => conditionsFor(gate, tier).some(({ key }) => key === trainingKey));

const isWaived = ({ waivers }: Technology, today: Day): boolean =>
  waivers.some(
    ({ gate, condition, state, until }) =>
      gate === "rollout" && condition === trainingKey && state === "granted" && until >= today,
  );

/** What is held against a course is the policy's: nothing asked for, nothing held against it. */
function courseReasons({ site, role, planned, heldOn, attended, passed }: Course, { safeguards }: Policy) {
  const { attendedPercent, passedPercent } = safeguards.people;
  if (heldOn === null)
    return when(attendedPercent !== null || passedPercent !== null, "TrainingNotHeld", undefined, { site, role });
  return [
    ...when(attended * 100 < planned * (attendedPercent ?? 0), "TrainingFewCame", undefined, {
      site,
      role,
      attended,
      planned,
      percent: attendedPercent ?? 0,
    }),
    ...when(passed * 100 < attended * (passedPercent ?? 0), "TrainingFewPassed", undefined, {
      site,
      role,
      attended,
      passed,
      percent: passedPercent ?? 0,
    }),
  ];
}
