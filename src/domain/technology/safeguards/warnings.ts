import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import type { KindDue } from "../../safeguards/kind.ts";
import { standingOf } from "../../safeguards/standing.ts";
import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { proposerOf } from "../state/people.ts";
import type { Safeguard } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

/** Statements in force whose acceptance ends by itself. */
export function safeguardsLapsing(
  t: Technology,
  { policy, today }: WarningGround,
): readonly EarlyWarning<"safeguard-lapses">[] {
  const { lapseDays } = policy.safeguards.warnings;
  return t.safeguards.flatMap((safeguard) => {
    const kind = safeguardKind(safeguard.kind);
    if (kind === undefined || safeguard.dropped !== null) return [];
    const { state, until } = standingOf(kind, safeguard, t, policy, today);
    if (state !== "in-force" || until === null) return [];
    const [author = proposerOf(t)] = safeguard.authors;
    return [
      {
        kind: "safeguard-lapses" as const,
        subject: `${kind.key}/${safeguard.item}`,
        from: addDays(until, -lapseDays),
        until: addDays(until, 1),
        due: until,
        weight: "notice" as const,
        person: author,
        params: { safeguard: kind.key, item: safeguard.item },
      },
    ];
  });
}

type DueWarning = EarlyWarning<"remedy-due" | "remedy-overdue" | "drill-due" | "drill-overdue">;

/**
 * What a statement that was handed in says is to be done by a day: remedies of a penetration test, and the next drill of a
 * plan. Before and after, until somebody states that it is done: a review, an edit or a reopening has not done it.
 */
export const statementsDue = (t: Technology, { policy }: WarningGround): readonly DueWarning[] =>
  t.safeguards.flatMap((safeguard) => {
    const kind = safeguardKind(safeguard.kind);
    if (kind?.dues === undefined || safeguard.dropped !== null || !wasHandedIn(safeguard)) return [];
    const dues = kind.dues(safeguard.answers, { technology: t, policy });
    return dues.flatMap((due) => dueWarnings(due, safeguard, t, policy.safeguards.warnings.lapseDays));
  });

const wasHandedIn = ({ submitted, review }: Safeguard): boolean => submitted !== null || review !== null;

function dueWarnings(
  { what, id, by, bars, params }: KindDue,
  { item, authors }: Safeguard,
  t: Technology,
  lapseDays: number,
): readonly DueWarning[] {
  const [person = proposerOf(t)] = authors;
  const about = { subject: `${item}/${id}`, due: by, person, params: { item, ...params } };
  const over = addDays(by, 1);
  return [
    { kind: `${what}-due`, ...about, from: addDays(by, -lapseDays), until: over, weight: "notice" },
    { kind: `${what}-overdue`, ...about, from: over, weight: bars ? "serious" : "notice" },
  ];
}
