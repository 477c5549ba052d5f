import { isWithheld } from "../technology/state/in-force.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Look } from "../technology/state/pilot.ts";
import type { Piece } from "../technology/state/evidence.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet, unknown } = findings("verdict-of-evidence", "evaluator");

/** The last look recorded for this plan, never a newer number: what nobody looked at is never a pass. */
export const verdictOfEvidence: Condition = ({ technology, look }) => {
  if (look === null) return unknown("itself", "before-first-look", {}, technology.plan?.plan.looks[0] ?? null);
  const ofLook = (id: string): readonly Thing[] => [{ kind: "look", id: `${look.look} ${id}`, of: look.plan }];
  const params = { look: look.look, of: look.of };
  switch (look.verdict.outcome) {
    case "fail":
      return unmet(ofLook("fail"), "fail", params);
    case "not-enough-evidence":
      return unknown(
        ofLook("not-enough-evidence"),
        "not-enough-evidence",
        params,
        technology.plan?.plan.looks[look.look] ?? null,
      );
    case "pass":
      return (
        (rolledBackSince(technology, look) && unknown(ofLook("rolled-back"), "rolled-back", params)) ||
        (of(technology, look).some(({ state }) => state === "withdrawn") &&
          unknown(ofLook("withdrawn"), "withdrawn", params)) ||
        (of(technology, look).some(isWithheld) && unknown(ofLook("withheld"), "withheld", params)) ||
        met("pass", params)
      );
    default:
      return look.verdict.outcome satisfies never;
  }
};

/** Service refuted what the pilot had shown. */
const rolledBackSince = (t: Technology, look: Look): boolean =>
  t.passages.some(({ stage, position }) => stage === "rolling-out" && position > look.position);

const of = (t: Technology, look: Look): readonly Piece[] =>
  t.evidence.filter((piece) => look.evidence.some((ref) => piece.evidence === ref.evidence));
