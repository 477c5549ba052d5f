import type { TagModel } from "./components.ts";
import type { Glyph } from "./glyphs.ts";
import type { Translate } from "./translate.ts";

/** Which of the colours a state takes; `quiet` is ink. */
const kinds: Readonly<Record<Glyph, string>> = {
  met: "met",
  unmet: "unmet",
  unknown: "unknown",
  waived: "waived",
  held: "held",
  waits: "wait",
  late: "late",
  drifted: "unknown",
  withdrawn: "quiet",
  closed: "quiet",
  blind: "quiet",
};

/** Glyph and word of a state; other words than the usual ones may be given. */
export function tag(t: Translate, state: Glyph, text?: string): TagModel {
  return { kind: kinds[state], glyph: state, text: text ?? t(`common:state.${state}`) };
}
