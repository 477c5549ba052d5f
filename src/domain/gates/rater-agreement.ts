import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("rater-agreement", "evaluator");

/** α is undefined where nobody differed at all; then the raw agreement speaks, and only full agreement is enough. */
export const raterAgreement: Condition = ({ technology: { evaluation } }) => {
  const revealed = evaluation?.revealed ?? null;
  if (revealed === null) return unknown("blind", {}, evaluation?.dueOn ?? null);
  const { alpha, raw, level } = revealed.agreement;
  switch (level) {
    case "reliable":
      return met("met", { alpha });
    case "tentative":
      return met("tentative", { alpha });
    case "unreliable":
      return unmet("unmet", { alpha });
    case "undefined":
      return raw === 1 ? met("no-variation") : unknown("undefined", { raw });
    default:
      return level satisfies never;
  }
};
