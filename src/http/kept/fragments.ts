import { createBounded, sizeOfText } from "../../projections/bounded.ts";
import type { Html } from "../view/html.ts";

/**
 * Pieces of pages that were written out once, by what they are a function of. A key names everything that the piece
 * depends on: its kind, the version of what it shows, the language and, where words of it pass with the days, the day.
 * Then a kept piece is never stale: when anything changes, it is asked for by another key, and nobody asks for the old
 * one again. Nothing personal belongs into one: whoever asks with the same key gets it.
 */
export interface Fragments {
  /** The piece of this key, made where it is not kept. */
  of(key: string, make: () => Html): Html;
  /** The same for a piece whose making waits for something; two who ask meanwhile both make it. */
  ready(key: string, make: () => Promise<Html>): Promise<Html>;
  /** Bytes held now, keys included: an estimate from above. */
  readonly bytes: number;
}

/** Of all kept pieces together: some 20,000 rows of the portfolio. */
export const keptBytes = 24 * 1024 * 1024;

/**
 * @param mostBytes 0 keeps nothing, and pages are the same
 * @param generation of the read models: they hand out versions, so that pieces of earlier ones go with them
 */
export function createFragments(mostBytes: number, generation: () => number): Fragments {
  const pieces = createBounded<Html>(mostBytes);
  let of = generation();

  function find(key: string): Html | undefined {
    if (of !== generation()) {
      pieces.clear();
      of = generation();
    }
    return pieces.find(key);
  }

  function keep(key: string, piece: Html): Html {
    // Its letters, and its bytes once it was sent.
    pieces.keep(key, piece, 2 * sizeOfText(piece.text));
    return piece;
  }

  return {
    of: (key, make) => find(key) ?? keep(key, make()),
    async ready(key, make) {
      const known = find(key);
      if (known !== undefined) return known;
      const before = of;
      const piece = await make();
      // Where the read models were exchanged meanwhile, it was made from the old ones.
      return before === generation() ? keep(key, piece) : piece;
    },
    get bytes() {
      return pieces.bytes;
    },
  };
}
