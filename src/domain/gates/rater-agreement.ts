import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet, unknown } = findings("rater-agreement", "evaluator");

/**
 * By AC2 where the reveal recorded it, α beside it, and by α where it did not: a decision over an older round keeps its words.
 * α is undefined where nobody differed at all; then the raw agreement speaks, and only full agreement is enough.
 */
export const raterAgreement: Condition = ({ technology: { evaluation } }) => {
  const revealed = evaluation?.revealed ?? null;
  if (evaluation === null || revealed === null) return unknown("itself", "blind", {}, evaluation?.dueOn ?? null);
  const { round } = evaluation;
  const { alpha, ac2, raw, level } = revealed.agreement;
  const by =
    ac2 === undefined ? { id: "alpha", at: alpha, blanks: { alpha } } : { id: "ac2", at: ac2, blanks: { ac2, alpha } };
  const variantCode = (variant: string): string => (ac2 === undefined ? variant : `${variant}-ac2`);
  switch (level) {
    case "reliable":
      return met(variantCode("met"), by.blanks);
    case "tentative":
      return met(variantCode("tentative"), by.blanks);
    case "unreliable":
      return unmet(agreement(by.id, round, by.at), variantCode("unmet"), by.blanks);
    case "undefined":
      return raw === 1 ? met("no-variation") : unknown(agreement("raw", round, raw), "undefined", { raw });
    default:
      return level satisfies never;
  }
};

/** Each round agrees anew; without a figure nothing is known of how far they agree. */
const agreement = (id: string, round: number, at: number | null): readonly Thing[] => [
  { kind: "agreement", id, of: round, ...(at !== null && { at }) },
];
