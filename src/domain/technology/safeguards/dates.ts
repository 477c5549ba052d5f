import type { Policy } from "../../policy/policy.ts";
import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import { standingOf } from "../../safeguards/standing.ts";
import type { Day } from "../../words/text.ts";
import { endOf } from "../manifest/dates.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import type { Technology } from "../state/technology.ts";

/** The last days of what is in force, for people to see coming. */
export const lapses = (t: Technology, { policy, today }: DateGround): readonly Upcoming<"safeguard">[] =>
  inForce(t, policy, today).flatMap(({ item, days }) =>
    days.map((on, at) => ({ what: "safeguard", on, which: `${item}/${at + 1}` })),
  );

/** The day after each of these, pages say something else; nothing has to be put on record. */
export const lapsesShown = (t: Technology, policy: Policy, today: Day): readonly Day[] =>
  endOf(inForceDays(t, policy, today));

const inForceDays = (t: Technology, policy: Policy, today: Day): readonly Day[] =>
  inForce(t, policy, today).flatMap(({ days }) => days);

function inForce(t: Technology, policy: Policy, today: Day) {
  return t.safeguards.flatMap((safeguard) => {
    const kind = safeguardKind(safeguard.kind);
    if (kind === undefined || safeguard.dropped !== null) return [];
    const { state, until } = standingOf(kind, safeguard, t, policy, today);
    if (state !== "in-force") return [];
    const own = (kind.days?.(safeguard.answers, { technology: t, policy }) ?? []).filter((day) => day >= today);
    return [{ item: `${safeguard.kind} ${safeguard.item}`, days: until === null ? own : [until, ...own] }];
  });
}
