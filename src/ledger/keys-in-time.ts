import { createVerifier } from "./checkpoint.ts";
import type { Verifier } from "./checkpoint.ts";
import { isCertified } from "./rotation.ts";
import type { EnteredRotation } from "./rotation.ts";

/** One key of a log, and the checkpoints that are its to sign. */
interface KeySpan {
  readonly vkey: string;
  readonly verifier: Verifier;
  /** The first size it signs, and the first it no longer does; null: it is the present key. */
  readonly from: number;
  readonly until: number | null;
}

/** The keys of a log in the order of time. A key that was handed over signs nothing later: whoever stole it gains nothing. */
export interface KeysInTime {
  readonly origin: string;
  readonly spans: readonly KeySpan[];
  /** By the key whose it was to sign a checkpoint of that size. */
  accepts(note: string, size: number): boolean;
  /** By any key the log ever had: where heads were lost, the handing over may have been lost with them. */
  acceptsEver(note: string): boolean;
}

/**
 * Walks back from the present key through what handed it over. A handing over that does not lead to it, or that one of
 * its two keys did not sign, counts for nothing.
 *
 * @param present the verifying key that signs now.
 * @param rotations as they were entered, oldest first.
 * @throws {Error} where the present key is malformed.
 */
export function keysInTime(present: string, rotations: readonly EnteredRotation[]): KeysInTime {
  const spans: KeySpan[] = [];
  let [vkey, until]: [string, number | null] = [present, null];
  for (const rotation of rotations.toReversed()) {
    if (rotation.to !== vkey || !isCertified(rotation)) continue;
    spans.unshift({ vkey, verifier: createVerifier(vkey), from: rotation.position, until });
    [vkey, until] = [rotation.from, rotation.position];
  }
  spans.unshift({ vkey, verifier: createVerifier(vkey), from: 1, until });
  const at = (size: number): KeySpan | undefined => spans.find((span) => span.until === null || size < span.until);
  return {
    origin: createVerifier(present).origin,
    spans,
    accepts: (note, size) => at(size)?.verifier.accepts(note) ?? false,
    acceptsEver: (note) => spans.some(({ verifier }) => verifier.accepts(note)),
  };
}
