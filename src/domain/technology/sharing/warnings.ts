import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import type { Borrowed } from "../state/sharing.ts";
import type { Technology } from "../state/technology.ts";

type Warning = EarlyWarning<"borrowed-drifted" | "borrowed-lapses">;

/** A copy whose origin moved under it, until it is put away; one that is about to expire. */
export const borrowedWarnings = (t: Technology, ground: WarningGround): readonly Warning[] =>
  t.borrowed.filter(({ putAway }) => putAway === null).map((piece) => warningOf(piece, ground));

/** What moved says so, whether or not it has expired since. */
function warningOf({ borrowed, by, moved, expiresOn }: Borrowed, { policy, dayOf }: WarningGround): Warning {
  const about = { subject: borrowed, weight: "notice" as const, person: by, params: { borrowed } };
  if (moved !== null) return { kind: "borrowed-drifted", ...about, from: dayOf(moved.at), due: null };
  return {
    kind: "borrowed-lapses",
    ...about,
    from: addDays(expiresOn, -policy.safeguards.warnings.lapseDays),
    until: addDays(expiresOn, 1),
    due: expiresOn,
  };
}
