import { floorMargin } from "../../scoring/margin.ts";
import type { Countable, CountsInPeriods } from "../manifest/countable.ts";
import type { Decided } from "../state/gate.ts";
import { standingOpinion } from "../state/committee.ts";
import { isApproval } from "../state/is-approval.ts";
import type { Technology } from "../state/technology.ts";
import { fateOf } from "./fate.ts";

/** Approvals of the rollout with their margin, what was waived, and who spoke against: each with what has become of it. */
export const rolloutCounts: CountsInPeriods = (t, { dayOf }) =>
  t.decisions
    .filter((decided) => decided.gate === "rollout" && isApproval(decided))
    .flatMap((decided): readonly Countable[] => {
      const { position, at, record } = decided;
      const standing = fateOf(t, position);
      const margin = record.verdict === null ? null : floorMargin(record.verdict);
      const of = { on: dayOf(at), position };
      const detail = { margin: margin?.points ?? null, tightest: margin?.of ?? null, chance: margin?.chance ?? null };
      return [
        { ...of, kind: "rollout", standing, subject: String(position), detail },
        {
          ...of,
          kind: "margin",
          standing: `${wholePoints(margin?.points)}.${standing}`,
          subject: String(position),
          detail,
        },
        ...record.conditions
          .filter(({ status }) => status === "waived")
          .map(({ key }): Countable => ({
            ...of,
            kind: "waiver",
            standing,
            subject: `${position}/${key}`,
            detail: { condition: key },
          })),
        ...voicesAgainst(t, decided).map((voice, index): Countable => ({
          ...of,
          kind: "voice",
          standing,
          subject: `${position}/${index}`,
          detail: { voice },
        })),
      ];
    });

/** More points than this are one heap: nobody asks how far beyond they are. */
const mostPoints = 100;

const wholePoints = (points: number | null | undefined): number | "unknown" =>
  points === null || points === undefined ? "unknown" : Math.min(mostPoints, Math.max(-1, Math.floor(points)));

/** Dissent on record, votes for return or rejection, and experts' opinions against, as they stood at the approval. */
function voicesAgainst({ panels }: Technology, { record, position }: Decided): readonly string[] {
  const panel = panels.findLast(({ passage }) => passage < position);
  const experts = (panel?.members ?? []).map(standingOpinion).filter((opinion) => opinion !== null);
  return [
    ...record.dissents.map(() => "dissent"),
    ...record.votes.filter(({ option }) => option === "reject" || option === "return").map(() => "vote"),
    ...experts.filter(({ opinion, position: given }) => opinion === "against" && given < position).map(() => "expert"),
  ];
}
