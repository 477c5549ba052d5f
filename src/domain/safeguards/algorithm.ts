import { textKey } from "../words/plain-text.ts";
import type { Day } from "../words/text.ts";
import type { SafeguardAnswers, SafeguardsSlice } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { textOf } from "./answers.ts";
import type { Applicability } from "./kind.ts";
import { acceptedAnswers, statedAnswers } from "./stated.ts";

export const dossierKey = "algorithm-dossier";

/** Whether it decides about people or supports such decisions. That it does not is believed while an acceptance of it stands. */
export function decidesAboutPeople(t: Technology, today: Day): Applicability {
  const accepted = acceptedAnswers(t, dossierKey, today);
  if (accepted !== null) return accepted["decides"] === "no" ? "no" : "yes";
  const stated = statedAnswers(t, dossierKey);
  return stated === null || stated["decides"] === "no" || stated["decides"] === undefined ? "unknown" : "yes";
}

/** The model version of the dossier as it is stated now; null: none. What was shown of another says nothing of this one. */
export function modelVersion(t: SafeguardsSlice): string | null {
  const stated = statedAnswers(t, dossierKey);
  return stated === null ? null : textOf(stated, "version");
}

/** Names of versions are one where they are but for case, width and spaces. */
export function isOfVersion(answers: SafeguardAnswers, question: string, version: string | null): boolean {
  const own = textOf(answers, question);
  return own !== null && version !== null && textKey(own) === textKey(version);
}

/** As grounds hold it. */
export function versionKey(t: SafeguardsSlice): string | null {
  const version = modelVersion(t);
  return version === null ? null : textKey(version);
}
