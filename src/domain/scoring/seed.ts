import { canonicalJson } from "../words/canonical.ts";
import { sha256Words } from "../words/digest.ts";
import { Pcg32 } from "../statistics/pcg32.ts";

/**
 * The random stream of one name: initstate and initseq are the first and second eight bytes of SHA-256 of the canonical
 * JSON of [evidence digests, method version, stream name]. The same evidence gives the same scores anywhere, and another
 * indicator's stream does not move this one. Digests are sorted and unique.
 */
export function streamOf(evidence: readonly string[], methodVersion: string, name: string): Pcg32 {
  const digests = [...new Set(evidence)].sort();
  const [a = 0, b = 0, c = 0, d = 0] = sha256Words(canonicalJson([digests, methodVersion, name]));
  return new Pcg32([a, b], [c, d]);
}
