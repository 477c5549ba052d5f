import { digest, integer, list, object, optional } from "../domain/words/shape.ts";
import type { Shape } from "../domain/words/shape.ts";
import type { TreeHead } from "./checkpoint.ts";
import type { LedgerEvent, NewEvent } from "./port.ts";

/** Stream and event type by which an operator admits that entries after a restored copy's head are lost. */
export const LOSS_STREAM = "ledger";
export const LOSS_DECLARED = "LossDeclared";

export interface Loss {
  /** The head that the restored copy had. */
  readonly keptPosition: number;
  /** The newest signed head that is no longer there. */
  readonly lostPosition: number;
  /** Hex. */
  readonly lostRoot: string;
}

/** Digests of what the lost entries had erased: it stays erased, and the declaration is the record of it. */
export interface LostErasures {
  readonly texts: readonly string[];
  readonly files: readonly string[];
}

export const lossShape: Shape<
  Loss & { readonly erasedTexts?: readonly string[]; readonly erasedFiles?: readonly string[] }
> = object({
  keptPosition: integer,
  lostPosition: integer,
  lostRoot: digest,
  erasedTexts: optional(list(digest)),
  erasedFiles: optional(list(digest)),
});

export function lossEvent(loss: Loss, { texts, files }: LostErasures): NewEvent {
  const erased = {
    ...(texts.length > 0 && { erasedTexts: [...texts].sort() }),
    ...(files.length > 0 && { erasedFiles: [...files].sort() }),
  };
  return { type: LOSS_DECLARED, schema: 1, payload: { ...loss, ...erased } };
}

/** One for all: a whole-log pass asks it of every entry. */
const NOTHING: LostErasures = { texts: [], files: [] };

/** Nothing for any other event, and for losses declared before this was recorded. */
export function declaredErasures({
  type,
  stream,
  payload,
}: Pick<LedgerEvent, "type" | "payload" | "stream">): LostErasures {
  if (type !== LOSS_DECLARED || stream !== LOSS_STREAM) return NOTHING;
  const list = (name: string): string[] => {
    const value = payload[name];
    return Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];
  };
  return { texts: list("erasedTexts"), files: list("erasedFiles") };
}

/** Losses among events of the ledger's own stream; a malformed one declares nothing. */
export function declaredLosses(events: readonly Pick<LedgerEvent, "type" | "payload" | "stream">[]): Loss[] {
  return events
    .filter(({ type, stream }) => type === LOSS_DECLARED && stream === LOSS_STREAM)
    .map(({ payload }) => payload)
    .filter(
      (payload): payload is typeof payload & Loss =>
        typeof payload["keptPosition"] === "number" &&
        typeof payload["lostPosition"] === "number" &&
        typeof payload["lostRoot"] === "string",
    );
}

/** A checkpoint of the lost history: later than what was kept, not later than the head named as lost. */
export function isDeclared(losses: readonly Loss[], { size }: TreeHead): boolean {
  return losses.some(({ keptPosition, lostPosition }) => size > keptPosition && size <= lostPosition);
}
