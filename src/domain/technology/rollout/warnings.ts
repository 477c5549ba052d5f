import { measureOf } from "../../measures/measures.ts";
import type { Policy } from "../../policy/policy.ts";
import { indicatorOf } from "../../scoring/guard.ts";
import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { latestAssessment, openWaveOf } from "../state/guards-of-wave.ts";
import type { Assessed } from "../state/guards-of-wave.ts";
import { neverDeciding, proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";
import { waveAhead } from "./next-wave.ts";

/** A wave that was not opened on its day; while the rollout is held, whoever may resume it has it. */
export function waveLate(t: Technology): readonly EarlyWarning<"wave-overdue">[] {
  const wave = waveAhead(t);
  if (wave === undefined) return [];
  const isHeld = (t.rollout?.hold ?? null) !== null;
  return [
    {
      kind: "wave-overdue",
      subject: String(wave.number),
      from: addDays(wave.startsOn, 1),
      due: wave.startsOn,
      weight: "serious",
      ...(isHeld ? { role: "approver" as const, excluded: neverDeciding(t) } : { person: proposerOf(t) }),
      params: { wave: wave.number, held: isHeld ? 1 : 0 },
    },
  ];
}

/** Guards of the open wave whose newest reading lies close to their limit, on either side of being shown. */
export function guardsNear(t: Technology, { policy }: WarningGround): readonly EarlyWarning<"guard-near">[] {
  const wave = t.stage === "rolling-out" ? openWaveOf(t.rollout) : undefined;
  if (t.rollout === null || wave === undefined) return [];
  const { rollout } = t;
  return rollout.guards.flatMap(({ indicator }) => {
    const reading = latestAssessment(rollout, wave, indicator);
    const bound = reading === undefined ? null : nearBound(reading, policy);
    if (reading === undefined || bound === null) return [];
    return [
      {
        kind: "guard-near" as const,
        subject: indicator,
        from: reading.at,
        due: null,
        weight: "notice" as const,
        person: proposerOf(t),
        params: { indicator, wave: wave.number, bound, limit: reading.limit },
      },
    ];
  });
}

/**
 * The bound that decides next, where it is within the policy's margin of the limit: of a guard that is within its limit the
 * worse one, by which it was cleared; of one with too few data the better one, by which it would be breached. Null: far off,
 * breached already, or unknown.
 */
function nearBound({ indicator: key, state, lower, upper, limit }: Assessed, policy: Policy): number | null {
  const indicator = indicatorOf(policy, key);
  if (indicator === undefined || state === "breached") return null;
  const { better, range } = measureOf(indicator.measure);
  const isUp = better === "higher";
  const bound = isUp === (state === "within") ? lower : upper;
  if (bound === null) return null;
  // A measure without a best value has a far end that nobody reaches: its room is as wide as the limit.
  const room = Math.min(Math.abs((isUp ? range[1] : range[0]) - limit), Math.abs(limit));
  const distance = isUp ? bound - limit : limit - bound;
  return distance <= (room * policy.safeguards.warnings.guardPercent) / 100 ? bound : null;
}
