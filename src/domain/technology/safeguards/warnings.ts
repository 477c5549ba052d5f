import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import { standingOf } from "../../safeguards/standing.ts";
import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { proposerOf } from "../state/people.ts";
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
