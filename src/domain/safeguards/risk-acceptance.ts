import { isBefore } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import { neverDeciding } from "../technology/state/people.ts";
import type { RiskAcceptance, RisksSlice } from "../technology/state/risks.ts";
import type { Technology } from "../technology/state/technology.ts";
import { rankOf } from "./risk-residual.ts";
import type { RegisteredRisk } from "./risk-register.ts";

/** Where the acceptance of a risk is as of a day; nothing has to run for it to lapse. */
export type AcceptanceStanding =
  | { readonly state: "none" }
  | { readonly state: "asked" | "refused" | "standing"; readonly acceptance: RiskAcceptance }
  | { readonly state: "lapsed"; readonly acceptance: RiskAcceptance; readonly why: LapsedBy };

/**
 * The day it was given until is over · it was edited · more is left of it than was accepted · it is rated or lowered
 * otherwise · an approver ended it · who accepted it may not have, as things are now.
 */
export type LapsedBy = "day" | "edited" | "raised" | "changed" | "ended" | "person";

/**
 * What stands for a risk now. An acceptance that stands goes before a younger one that is only asked for, so that asking
 * for longer takes nothing away; and one that is asked for goes before one that has lapsed.
 */
export function acceptanceOf(risk: RegisteredRisk, t: Technology, today: Day): AcceptanceStanding {
  const all = ofRisk(t, risk.item).toReversed();
  const given = all.find(({ accepted }) => accepted !== null);
  const why = given === undefined ? null : lapsedSince(given, risk, t, today);
  if (given !== undefined && why === null) return { state: "standing", acceptance: given };
  const pending = pendingFor(risk, t, today);
  if (pending !== null) return { state: "asked", acceptance: pending };
  const [last] = all;
  if (last?.refused != null && last.asked.of === risk.digest) return { state: "refused", acceptance: last };
  return given === undefined || why === null ? { state: "none" } : { state: "lapsed", acceptance: given, why };
}

/** What waits for its approver: asked of the risk as it is, for days that are still to come. */
export const pendingFor = (risk: RegisteredRisk, t: RisksSlice, today: Day): RiskAcceptance | null =>
  ofRisk(t, risk.item).findLast(
    ({ asked, accepted, refused }) =>
      accepted === null && refused === null && asked.of === risk.digest && !isBefore(asked.until, today),
  ) ?? null;

export const ofRisk = ({ riskAcceptances }: RisksSlice, item: string): readonly RiskAcceptance[] =>
  riskAcceptances.filter((acceptance) => acceptance.item === item);

/** Why an acceptance that was given stands no longer; null: it stands. */
export function lapsedSince(
  { accepted, ended, asked }: RiskAcceptance,
  risk: RegisteredRisk,
  t: Technology,
  today: Day,
): LapsedBy | null {
  if (accepted === null) return null;
  if (ended !== null) return "ended";
  if (isBefore(accepted.until, today)) return "day";
  if (accepted.of !== risk.digest) return changeOf(accepted, risk);
  const mayNot = neverDeciding(t).includes(accepted.by) || risk.safeguard.authors.includes(accepted.by);
  return mayNot || asked.by === accepted.by ? "person" : null;
}

function changeOf(
  accepted: NonNullable<RiskAcceptance["accepted"]>,
  { safeguard, residual }: RegisteredRisk,
): LapsedBy {
  if (rankOf(residual.rating.level) > rankOf(accepted.level)) return "raised";
  return Date.parse(safeguard.stated.at) > Date.parse(accepted.at) ? "edited" : "changed";
}

/** Whether the house has an answer for what is left: it is low enough, or somebody answers for it. */
export const isAnswered = (risk: RegisteredRisk, t: Technology, today: Day): boolean =>
  !risk.isAbove || acceptanceOf(risk, t, today).state === "standing";
