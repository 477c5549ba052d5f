import { riskKind } from "../../safeguard-kinds/risk.ts";
import { acceptanceOf } from "../../safeguards/risk-acceptance.ts";
import { risksOf } from "../../safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../safeguards/risk-register.ts";
import { standingOf } from "../../safeguards/standing.ts";
import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

type Warning = EarlyWarning<"risk-acceptance-ends" | "risk-control-ends" | "risk-unanswered" | "risk-overdue">;

/**
 * An acceptance that is about to end, a control that is about to have nothing left to show, a risk above what may stand for
 * which nobody answers, a treatment that is over its day.
 */
export const riskWarnings = (t: Technology, ground: WarningGround): readonly Warning[] =>
  risksOf(t, ground.policy, ground.today).flatMap((risk) => [
    ...acceptanceWarnings(risk, t, ground),
    ...controlWarnings(risk, t, ground),
    ...treatmentWarnings(risk),
  ]);

function acceptanceWarnings(
  risk: RegisteredRisk,
  t: Technology,
  { policy, today, dayOf }: WarningGround,
): readonly Warning[] {
  const { item, isAbove, safeguard } = risk;
  if (!isAbove) return [];
  const standing = acceptanceOf(risk, t, today);
  const runsOut = standing.state === "standing" || (standing.state === "lapsed" && standing.why === "day");
  // Past its last day it says what it said was to come: since when, and by whom it was asked for.
  if (runsOut && standing.acceptance.accepted !== null) {
    const { asked, accepted } = standing.acceptance;
    const { until } = accepted;
    const { lapseDays } = policy.safeguards.warnings;
    const about = { subject: item, person: asked.by, params: { item } };
    return [
      {
        kind: "risk-acceptance-ends",
        ...about,
        from: addDays(until, -lapseDays),
        until: addDays(until, 1),
        due: until,
        weight: "notice",
      },
      { kind: "risk-unanswered", ...about, from: addDays(until, 1), due: until, weight: "serious" },
    ];
  }
  if (standingOf(riskKind, safeguard, t, policy, today).state !== "in-force") return [];
  const [author = proposerOf(t)] = safeguard.authors;
  const person = standing.state === "asked" ? standing.acceptance.approver : author;
  const from = dayOf(safeguard.review?.at ?? safeguard.stated.at);
  return [{ kind: "risk-unanswered", subject: item, from, due: null, weight: "serious", person, params: { item } }];
}

/** Of those that count: what lowers nothing loses nothing. */
function controlWarnings(risk: RegisteredRisk, t: Technology, { policy }: WarningGround): readonly Warning[] {
  const { item, residual, safeguard } = risk;
  const [author = proposerOf(t)] = safeguard.authors;
  return residual.controls.flatMap(({ index, counts, until }): readonly Warning[] =>
    !counts || until === null
      ? []
      : [
          {
            kind: "risk-control-ends",
            subject: `${item}/${index}`,
            from: addDays(until, -policy.safeguards.warnings.lapseDays),
            until: addDays(until, 1),
            due: until,
            weight: "notice",
            person: author,
            params: { item },
          },
        ],
  );
}

function treatmentWarnings({ item, treatment: { by, doneOn, owner } }: RegisteredRisk): readonly Warning[] {
  if (by === null || doneOn !== null || owner === null) return [];
  return [
    {
      kind: "risk-overdue",
      subject: item,
      from: addDays(by, 1),
      due: by,
      weight: "serious",
      person: owner,
      params: { item },
    },
  ];
}
