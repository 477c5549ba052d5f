import { Html } from "./html.ts";

/** The shapes of the states, 16 by 16, in currentColor; `.g-cut` takes the surface behind. Shape first, then colour. */
const shapes = {
  met: '<circle class="g-fill" cx="8" cy="8" r="7.5"/><path class="g-cut" d="M4.5 8.3l2.4 2.4 4.6-5"/>',
  unmet:
    '<path class="g-fill" d="M8 -.5L16.5 8L8 16.5L-.5 8Z"/><path class="g-cut" d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"/>',
  unknown: '<circle class="g-line" cx="8" cy="8" r="6.5"/><path class="g-fill" d="M8 1.5a6.5 6.5 0 0 1 0 13z"/>',
  waived: '<rect class="g-line" x="2" y="2" width="12" height="12" stroke-dasharray="3 2.2"/>',
  held: '<rect class="g-fill" x="1.5" y="1" width="4.6" height="14"/><rect class="g-fill" x="9.9" y="1" width="4.6" height="14"/>',
  waits: '<circle class="g-line" cx="8" cy="8" r="6.5"/>',
  late: '<path class="g-fill" d="M8 -.5L16.5 8L8 16.5L-.5 8Z"/>',
  drifted: '<path class="g-line" d="M2 5h9.5M8.5 2l3 3-3 3M14 11H4.5M7.5 8l-3 3 3 3"/>',
  withdrawn: '<rect class="g-line" x="2.5" y="2.5" width="11" height="11"/>',
  closed: '<circle class="g-line" cx="8" cy="8" r="6.8" stroke-dasharray="2.6 2.7"/>',
  blind: '<path class="g-line" d="M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8zM2 14L14 2"/>',
} as const;

export type Glyph = keyof typeof shapes;

export const glyphNames = Object.keys(shapes) as readonly Glyph[];

const drawn = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [
    name,
    new Html(`<svg class="ts-glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg>`),
  ]),
) as Readonly<Record<Glyph, Html>>;

export function glyph(name: Glyph): Html {
  return drawn[name];
}

export function isGlyph(name: unknown): name is Glyph {
  return typeof name === "string" && name in shapes;
}
