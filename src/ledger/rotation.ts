import { object, text } from "../domain/words/shape.ts";
import type { Shape } from "../domain/words/shape.ts";
import { createVerifier } from "./checkpoint.ts";
import type { Signer } from "./checkpoint.ts";
import { LOSS_STREAM } from "./loss.ts";
import type { LedgerEvent, NewEvent } from "./port.ts";

/** In the ledger's own stream, beside declared losses. */
export const KEY_ROTATED = "KeyRotated";

/**
 * From here on another key signs. Both keys vouch for it: the older one that it hands over, the newer one that it is had
 * by whoever took over. What the older one signed before stays valid.
 */
export interface Rotation {
  /** Verifying keys, as `ledger vkey` prints them. */
  readonly from: string;
  readonly to: string;
  /** Base64: Ed25519 of each over `wordsOf`. */
  readonly signedByFrom: string;
  readonly signedByTo: string;
}

export interface EnteredRotation extends Rotation {
  /** The first position whose checkpoints the newer key signs. */
  readonly position: number;
}

export const rotationShape: Shape<Rotation> = object({
  from: text,
  to: text,
  signedByFrom: text,
  signedByTo: text,
});

/** No checkpoint begins so: neither signature can be taken for one of a head. */
const wordsOf = (from: string, to: string): string => `touchstone key rotation v1\n${from}\n${to}\n`;

export function certify(older: Signer, newer: Signer): Rotation {
  const words = wordsOf(older.vkey, newer.vkey);
  return {
    from: older.vkey,
    to: newer.vkey,
    signedByFrom: older.attest(words),
    signedByTo: newer.attest(words),
  };
}

/** Whether both keys signed it, and are keys of the same log. */
export function isCertified({ from, to, signedByFrom, signedByTo }: Rotation): boolean {
  try {
    const words = wordsOf(from, to);
    const [older, newer] = [createVerifier(from), createVerifier(to)];
    return older.origin === newer.origin && older.attests(words, signedByFrom) && newer.attests(words, signedByTo);
  } catch {
    // A verifying key that is none.
    return false;
  }
}

export const rotationEvent = ({ from, to, signedByFrom, signedByTo }: Rotation): NewEvent => ({
  type: KEY_ROTATED,
  schema: 1,
  payload: { from, to, signedByFrom, signedByTo },
});

/** A malformed one hands over nothing. */
export function readRotation(value: unknown): Rotation | null {
  const { from, to, signedByFrom, signedByTo } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof from !== "string" || typeof to !== "string") return null;
  if (typeof signedByFrom !== "string" || typeof signedByTo !== "string") return null;
  return { from, to, signedByFrom, signedByTo };
}

/** Of events of the ledger's own stream, oldest first. */
export const enteredRotations = (
  events: readonly Pick<LedgerEvent, "type" | "stream" | "payload" | "position">[],
): readonly EnteredRotation[] =>
  events.flatMap(({ type, stream, payload, position }) => {
    const rotation = type === KEY_ROTATED && stream === LOSS_STREAM ? readRotation(payload) : null;
    return rotation === null ? [] : [{ ...rotation, position }];
  });
