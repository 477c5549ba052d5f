import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "./thing.ts";

const { met, unmet, unknown } = findings("rater-agreement", "evaluator");

/** α is undefined where nobody differed at all; then the raw agreement speaks, and only full agreement is enough. */
export const raterAgreement: Condition = ({ technology: { evaluation } }) => {
  const revealed = evaluation?.revealed ?? null;
  if (evaluation === null || revealed === null) return unknown("itself", "blind", {}, evaluation?.dueOn ?? null);
  const { alpha, raw, level } = revealed.agreement;
  switch (level) {
    case "reliable":
      return met("met", { alpha });
    case "tentative":
      return met("tentative", { alpha });
    case "unreliable":
      return unmet(agreement("alpha", evaluation.round, alpha), "unmet", { alpha });
    case "undefined":
      return raw === 1 ? met("no-variation") : unknown(agreement("raw", evaluation.round, raw), "undefined", { raw });
    default:
      return level satisfies never;
  }
};

/** Each round agrees anew; without a figure nothing is known of how far they agree. */
const agreement = (id: string, round: number, at: number | null): readonly Thing[] => [
  { kind: "agreement", id, of: round, ...(at !== null && { at }) },
];
