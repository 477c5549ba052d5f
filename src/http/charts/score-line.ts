import { Html } from "../view/html.ts";

export type ScoreLineModel = {
  /** `none`: nothing was measured, or nothing counts. */
  readonly state: "met" | "unknown" | "unmet" | "none";
  readonly lower?: number;
  readonly upper?: number;
  /** Null: two ends and no value between them, for all that is left open. */
  readonly estimate?: number | null;
  readonly floor?: number | null;
};

/** The ends of the scale that scores are drawn on in a list. */
export const scale = { from: 30, to: 100 } as const;

/**
 * A score among many in a list, as `interval()` draws it, and a tenth of its weight: the stylesheet draws it, and its
 * figures are classes, because the content security policy closes style attributes. It says nothing by itself: the
 * figures stand beside it in words.
 */
export function scoreLine({ state, lower = 0, upper = 100, estimate = null, floor = null }: ScoreLineModel): Html {
  if (state === "none") return nothing;
  const classes = [
    ...(state === "met" ? [] : [`is-${state}`]),
    floor === null ? "no-floor" : `f${point(floor)}`,
    estimate === null ? "is-open" : `e${point(estimate)}`,
    `l${point(lower)}`,
    `u${point(upper)}`,
  ];
  return new Html(`<i class="${classes.join(" ")}"></i>`);
}

const nothing = new Html("<i></i>");

/** Drawn to the point, as the figures beside it are said, and held at the ends of the scale. */
const point = (score: number): number => Math.round(Math.min(Math.max(score, scale.from), scale.to));
