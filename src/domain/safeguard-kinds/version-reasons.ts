import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { isOfVersion, modelVersion } from "../safeguards/algorithm.ts";
import type { Statement } from "../safeguards/kind.ts";

/** What speaks of a model version speaks of that of the dossier. */
export function versionReasons({ technology, answers }: Statement): readonly Reason[] {
  const version = modelVersion(technology);
  if (version === null) return when(true, "DossierMissing", "version");
  return when("version" in answers && !isOfVersion(answers, "version", version), "OfOtherVersion", "version", {
    version,
  });
}
