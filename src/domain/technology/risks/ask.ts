import { acceptanceOf, pendingFor } from "../../safeguards/risk-acceptance.ts";
import { riskOf } from "../../safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../safeguards/risk-register.ts";
import { riskKind } from "../../safeguard-kinds/risk.ts";
import { standingOf } from "../../safeguards/standing.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { addDays, isBefore, isDay } from "../../words/days.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Day, PersonId } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";
import { mayAuthor, mayDecide, rolesOf } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/**
 * Asks one approver by name to answer for a risk that is above what its family may carry, until a day. Of a risk that
 * somebody independent has reviewed, and of exactly what the form showed. Asked again while one stands, it is for longer.
 */
export function askRiskAcceptance(
  t: Technology,
  c: CommandOf<"AskRiskAcceptance">,
  f: Facts,
): Decision<TechnologyEvent> {
  const risk = riskIn(t, c.item, f);
  if (risk === null) return unless(when(true, "RiskUnknown", "item", { item: c.item }), () => []);
  const reasons: readonly Reason[] = [
    ...mayAuthor(t, f.actor.id),
    ...acceptableReasons(t, risk, f),
    ...when(c.of !== risk.digest, "RiskChangedMeanwhile"),
    ...when(pendingFor(risk, t, f.today) !== null, "AcceptanceAskedAlready"),
    ...approverReasons(t, risk, c.approver, f.actor.id, f).map((reason) => ({ ...reason, field: "approver" })),
    ...untilReasons(c.until, t, f),
    ...notLongerReasons(t, risk, c.until, f),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => {
    const { item, of, approver, until, text } = c;
    const acceptance = `r${t.riskAcceptances.length + 1}`;
    const { level } = risk.residual.rating;
    return [
      {
        type: "RiskAcceptanceAsked",
        schema: 1,
        payload: { acceptance, item, of, level, approver, until, text },
      },
    ];
  });
}

/** Null where nothing of that name is a risk with a rating. */
export function riskIn(t: Technology, item: string, f: Facts): RegisteredRisk | null {
  const safeguard = t.safeguards.find((stated) => stated.item === item && stated.dropped === null);
  if (safeguard === undefined || safeguard.kind !== riskKind.key) return null;
  return riskOf(safeguard, t, pinnedPolicy(t, f), f.today);
}

/** Nobody answers for what nobody independent has looked at, nor for what stands by itself. */
export function acceptableReasons(t: Technology, risk: RegisteredRisk, f: Facts): readonly Reason[] {
  const { state } = standingOf(riskKind, risk.safeguard, t, pinnedPolicy(t, f), f.today);
  return [
    ...when(state !== "in-force", "RiskNotReviewed", undefined, { item: risk.item }),
    ...when(!risk.isAbove, "RiskWithinAppetite", undefined, { family: risk.family, level: risk.appetite }),
  ];
}

/**
 * Why this person may not answer for the risk: an approver in their own right, barring from deciding by nothing, who neither
 * asks for it nor wrote a part of it. An office's deputy would be the office once more.
 */
export function approverReasons(
  t: Technology,
  { safeguard }: RegisteredRisk,
  approver: PersonId,
  asker: PersonId,
  f: Facts,
): readonly Reason[] {
  const barring = mayDecide(t, approver, f);
  const isOnlyDeputy = barring.length === 0 && !rolesOf(f, approver).includes("approver");
  return [
    ...barring,
    ...when(isOnlyDeputy, "RoleMissing", undefined, { person: approver, roles: ["approver"] }),
    ...when(approver === asker, "RequesterMayNotAccept", undefined, { person: approver }),
    ...when(safeguard.authors.includes(approver), "RiskAuthorMayNotAccept", undefined, { person: approver }),
  ];
}

export function untilReasons(until: Day, t: Technology, { today, ...f }: Facts): readonly Reason[] {
  if (!isDay(until)) return when(true, "DayMalformed", "until");
  const { acceptanceDays } = pinnedPolicy(t, { today, ...f }).safeguards.riskRegister;
  const latest = addDays(today, acceptanceDays);
  return [
    ...when(!isBefore(today, until), "DateNotAhead", "until", { today }),
    ...when(isBefore(latest, until), "AcceptanceTooLong", "until", { latest, mostDays: acceptanceDays }),
  ];
}

/** What stands is accepted anew to last longer: anything else is nothing new. */
function notLongerReasons(t: Technology, risk: RegisteredRisk, until: Day, f: Facts): readonly Reason[] {
  const standing = acceptanceOf(risk, t, f.today);
  if (standing.state !== "standing" || standing.acceptance.accepted === null) return [];
  const { until: last } = standing.acceptance.accepted;
  return when(!isBefore(last, until), "AcceptanceStandsAlready", "until", { until: last });
}
