import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** Evidence that will no longer count: pieces of one last day together, as they were gathered together. */
export function evidenceLapsing(t: Technology, { policy }: WarningGround): readonly EarlyWarning<"evidence-lapses">[] {
  const { lapseDays } = policy.safeguards.warnings;
  const standing = t.evidence.filter(({ state, erased }) => state === "in-force" && !erased);
  const days: readonly Day[] = [...new Set(standing.map(({ expiresOn }) => expiresOn))].toSorted();
  return days.map((on) => {
    const pieces = standing.filter(({ expiresOn }) => expiresOn === on).map(({ evidence }) => evidence);
    return {
      kind: "evidence-lapses",
      subject: on,
      from: addDays(on, -lapseDays),
      until: addDays(on, 1),
      due: on,
      weight: "notice",
      person: proposerOf(t),
      params: { count: pieces.length, piece: pieces[0] ?? "" },
    };
  });
}
