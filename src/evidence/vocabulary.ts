/**
 * The words that a column of a closed vocabulary may mean, each as its reader takes it, so that a word of a file can be
 * mapped onto one of them. Pages name each meaning in the reader's language ("mapping:meaning.<name>.<meaning>").
 */
export interface Vocabulary {
  readonly name: VocabularyName;
  readonly meanings: readonly string[];
}

export type VocabularyName =
  | "yes-no"
  | "up"
  | "outcome"
  | "stretch"
  | "incident"
  | "event"
  | "severity"
  | "criterion"
  | "impact"
  | "agreement"
  | "ease"
  | "content";

const words = (name: VocabularyName, ...meanings: readonly string[]): Vocabulary => ({ name, meanings });

export const yesNo = words("yes-no", "true", "false");
/** What a probe found. */
export const up = words("up", "true", "false");
/** How an attempt at a task ended. */
export const outcome = words("outcome", "success", "partial", "failure");
/** What a stretch of time was. */
export const stretch = words("stretch", "observed", "outage", "planned", "unknown");
/** What an entry of an incident list is. */
export const incident = words("incident", "incident", "maintenance", "observed");
/** What a line of an event log says. */
export const event = words("event", "up", "down", "paused");
/** How grave an incident was: only what is degraded or none was no outage. */
export const severity = words("severity", "major", "degraded", "none", "maintenance");
/** What was found of a success criterion. */
export const criterion = words("criterion", "passed", "failed", "not applicable", "not tested");
/** How grave a failure of a criterion is. */
export const impact = words("impact", "critical", "serious", "moderate", "minor");

/** The whole numbers of a scale from its lowest to its highest. */
function steps(name: VocabularyName) {
  return ({ min, max }: { readonly min: number; readonly max: number }): Vocabulary =>
    words(name, ...Array.from({ length: max - min + 1 }, (_, i) => String(min + i)));
}

/** From strong disagreement up. */
export const agreement = steps("agreement");
/** From very difficult up. */
export const ease = steps("ease");
/** From very dissatisfied up. */
export const content = steps("content");
