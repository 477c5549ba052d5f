import { lapsedSince, pendingFor } from "../../safeguards/risk-acceptance.ts";
import type { RegisteredRisk } from "../../safeguards/risk-register.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { isBefore } from "../../words/days.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Facts } from "../state/facts.ts";
import { mayDecide } from "../state/people.ts";
import type { RiskAcceptance } from "../state/risks.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { acceptableReasons, approverReasons, riskIn, untilReasons } from "./ask.ts";

/**
 * The approver who was asked answers for exactly the risk that they were shown, until the day asked for or an earlier one.
 * Whoever asked never accepts, nor does an author of the risk or of the technology.
 */
export function acceptRisk(t: Technology, c: CommandOf<"AcceptRisk">, f: Facts): Decision<TechnologyEvent> {
  const asked = named(t, c.acceptance);
  const risk = asked === undefined ? null : riskIn(t, asked.item, f);
  if (asked === undefined || risk === null) return unless(unknown(c.acceptance), () => []);
  const reasons: readonly Reason[] = [
    ...pendingReasons(asked, f),
    ...approverReasons(t, risk, f.actor.id, asked.asked.by, f),
    ...acceptableReasons(t, risk, f),
    ...shownReasons(asked, risk, c.of, t, f),
    ...untilReasons(c.until, t, f),
    ...when(isBefore(asked.asked.until, c.until), "AcceptanceLongerThanAsked", "until", { until: asked.asked.until }),
  ];
  return unless(reasons, () => {
    const { acceptance, of, until, text } = c;
    const { level } = risk.residual.rating;
    return [{ type: "RiskAccepted", schema: 1, payload: { acceptance, item: asked.item, of, level, until, text } }];
  });
}

export function refuseRiskAcceptance(
  t: Technology,
  c: CommandOf<"RefuseRiskAcceptance">,
  f: Facts,
): Decision<TechnologyEvent> {
  const asked = named(t, c.acceptance);
  if (asked === undefined) return unless(unknown(c.acceptance), () => []);
  const reasons = [...pendingReasons(asked, f), ...mayDecide(t, f.actor.id, f), ...required(c.text, "text")];
  return unless(reasons, () => [
    {
      type: "RiskAcceptanceRefused",
      schema: 1,
      payload: { acceptance: c.acceptance, item: asked.item, text: c.text },
    },
  ]);
}

/** Something is known now that the acceptance did not know; any approver who may decide here takes it back. */
export function endRiskAcceptance(
  t: Technology,
  c: CommandOf<"EndRiskAcceptance">,
  f: Facts,
): Decision<TechnologyEvent> {
  const given = named(t, c.acceptance);
  if (given === undefined) return unless(unknown(c.acceptance), () => []);
  const risk = riskIn(t, given.item, f);
  const stands = given.accepted !== null && risk !== null && lapsedSince(given, risk, t, f.today) === null;
  const reasons = [
    ...mayDecide(t, f.actor.id, f),
    ...when(!stands, "AcceptanceNotStanding", undefined, { acceptance: c.acceptance }),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [
    { type: "RiskAcceptanceEnded", schema: 1, payload: { acceptance: c.acceptance, item: given.item, text: c.text } },
  ]);
}

const named = ({ riskAcceptances }: Technology, id: string): RiskAcceptance | undefined =>
  riskAcceptances.find(({ acceptance }) => acceptance === id);

const unknown = (acceptance: string): readonly Reason[] =>
  when(true, "AcceptanceUnknown", "acceptance", { acceptance });

/** It waits, and for this person. */
const pendingReasons = ({ acceptance, approver, accepted, refused }: RiskAcceptance, f: Facts): readonly Reason[] => [
  ...when(accepted !== null || refused !== null, "AcceptanceNotPending", undefined, { acceptance }),
  ...when(approver !== f.actor.id, "AcceptanceAskedOfAnother", undefined, { person: approver }),
];

/** The risk is what was asked about, and what the form showed. */
function shownReasons(
  { acceptance }: RiskAcceptance,
  risk: RegisteredRisk,
  digestShown: string,
  t: Technology,
  { today }: Facts,
): readonly Reason[] {
  const isAskedOf = pendingFor(risk, t, today)?.acceptance === acceptance;
  return when(digestShown !== risk.digest || !isAskedOf, "RiskChangedMeanwhile");
}
