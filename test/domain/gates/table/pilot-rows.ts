import type { Severity } from "../../../../src/domain/words/severity.ts";
import { aPiece, aPlan, day, digest, happened, noon, piloting, planLocked, text } from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { fairPlan, piloted } from "../../../support/safeguards.ts";
import { planned, aCostPlan, reported } from "../../technology/cost-stories.ts";
import { consultationOpened, consultationTerms, wholeConsultation } from "../../technology/consultation-stories.ts";
import { atRolloutGate } from "../../technology/gate-stories.ts";
import { at as instant, recorded } from "../../technology/incident-stories.ts";
import { anyTier, at, erased, never } from "./row.ts";
import type { RowOf } from "./row.ts";

const ten = instant(46, "10:00");
const clocked = [...piloting(), recorded(2, ten)];
const pilotOnly = { ...aCostPlan(), packages: aCostPlan().packages.slice(0, 1) };

/** The pilot: how long it ran, what it gathered, what went wrong in it and what it cost. */
export const pilotRows = {
  "pilot-length-run": anyTier({
    met: at(piloting(), 100),
    unmet: at(piloting(), 10),
    unknown: at(planLocked(), 10),
    lapsed: at([...piloting(), amended(200)], 100),
  }),
  "plan-evidence-complete": anyTier({
    met: at(surveyed(400), 10),
    unmet: at(surveyed(4), 10),
    unknown: at(piloting(), 10),
    lapsed: at(surveyed(400), 186),
  }),
  "evidence-fresh": anyTier({
    met: at(atRolloutGate(), 185),
    unmet: at(atRolloutGate(), 186),
    unknown: at(piloting(), 10),
    lapsed: at(atRolloutGate(), 186),
  }),
  "amendments-explained": anyTier({
    met: at([...piloting(), amended(30)]),
    unmet: never("an amendment without its reason is refused, an erased reason is unknown"),
    unknown: at(piloting().slice(0, 1)),
    lapsed: at([...piloting(), amended(30), erased("30")]),
  }),
  "incidents-closed": anyTier({
    met: at([...piloting(), incident(3)], 20),
    unmet: at([...piloting(), incident(1)], 12),
    unknown: never("every incident on record is open or closed"),
    lapsed: at([...piloting(), incident(3)], 21),
  }),
  "incident-clocks": anyTier({
    met: at(clocked, 46, instant(46, "12:00")),
    unmet: at(clocked, 46, instant(46, "12:01")),
    unknown: at(clocked, 46, null),
    lapsed: at(clocked, 46, instant(46, "12:00:01")),
  }),
  consultation: anyTier({
    met: at([...piloting(), ...wholeConsultation()]),
    unmet: at(piloting(), 20),
    unknown: at([...piloting(), consultationOpened()], 20),
    lapsed: at([...piloting(), ...wholeConsultation(consultationTerms({ shorter: text("urgent") })), erased("urgent")]),
  }),
  "feedback-answered": anyTier({
    met: at([...piloting(), owedBy(20)], 20),
    unmet: at([...piloting(), owedBy(20)], 21),
    unknown: never("an answer is owed by a day, or none is"),
    lapsed: at([...piloting(), owedBy(20)], 35),
  }),
  "assisted-groups": (tier) => ({
    met: at([...piloted(tier, { ...fairPlan, assisted: ["older"] }), older(10)], 22),
    unmet: at([...piloted(tier, { ...fairPlan, assisted: ["older"] }), older(2)], 22),
    unknown: at(piloted(tier, fairPlan), 22),
    lapsed: at([...piloted(tier, { ...fairPlan, assisted: ["older"] }), older(10)], 186),
  }),
  "assisted-considered": (tier) => ({
    met: at(piloted(tier, { ...fairPlan, assistedWhy: text("staff alone use it") }), 22),
    unmet: at([...piloted(tier, { ...fairPlan, assisted: ["older"] }), older(2)], 22),
    unknown: at(piloted(tier, fairPlan), 22),
    lapsed: at([...piloted(tier, { ...fairPlan, assistedWhy: text("staff alone use it") }), amended(40)], 22),
  }),
  "costs-reported": anyTier({
    met: at([...piloting(), planned(), reported(40, [1, 100_000], [0, 0])]),
    unmet: at([...piloting(), planned(pilotOnly)]),
    unknown: at(piloting()),
    lapsed: at([...piloting(), planned(), reported(40, [1, 100_000], [0, 0])], 400),
  }),
} satisfies { readonly [key: string]: RowOf };

function amended(days: number): Happened {
  const payload = { plan: aPlan({ days }), changed: ["days"], reason: text(`${days}`), afterData: true };
  return happened("PilotPlanAmended", payload, "pia", 10);
}

/** The earliest answer to the public that is owed. */
function owedBy(n: number): Happened {
  const standing = { answerDue: day(n), answerVery: day(n + 14), callBackDue: null, turns: [] };
  return happened("FeedbackNoted", standing, "system", 10);
}

function incident(severity: Severity): Happened {
  const when = { occurredAt: noon(10), learnedAt: noon(10), timeZone: "UTC", dueOn: day(20) };
  return happened("IncidentRecorded", { incident: "i1", severity, ...when, text: text("x") }, "pia", 10);
}

function survey(n: number, groups: readonly { readonly group: string; readonly n: number }[]): Happened {
  const mean = { rows: n, rejected: 0, n, mean: 75, sd: 5, dropped: 0, alreadyCounted: 0 };
  const statistics = { kind: "sus", ...mean, groups } as const;
  return happened("EvidenceAttached", aPiece(5, { kind: "sus", statistics, rows: n, digest: digest("sus") }), "pia", 6);
}

function older(n: number): Happened {
  return survey(60, [{ group: "older", n }]);
}

/** A pilot that measures nothing but a survey, with so many answers. */
function surveyed(n: number): readonly Happened[] {
  const left = ["availability", "failed-share", "within-share", "headroom", "volume", "task-success"];
  const out = {
    applicable: false,
    reason: text("none"),
    floor: null,
    minimumSample: null,
    margin: null,
    anytime: false,
  };
  return [...piloting({ indicators: Object.fromEntries(left.map((key) => [key, out])) }), survey(n, [])];
}
