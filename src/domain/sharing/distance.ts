import type { Demand } from "../measures/demand.ts";

/** What a measurement was made for: the demand its technology states, and its version where one is known. */
export interface Context extends Demand {
  readonly version: string | null;
}

/** What is compared of two contexts, one number each. */
const contextMeasures = ["users", "requestsPerSecond", "recordsPerHour"] as const;
type ContextMeasure = (typeof contextMeasures)[number];

/** How far one number is from another, by how many times the larger is the smaller. */
export interface MeasureDistance {
  readonly measure: ContextMeasure;
  readonly theirs: number | null;
  readonly ours: number | null;
  /** Ours by theirs; null where either is not stated, or is nothing. */
  readonly times: number | null;
  readonly how: "near" | "farther" | "far" | "unknown";
}

/** The same version, another, or nobody knows. */
type VersionDistance = "same" | "other" | "unknown";

export interface ContextDistance {
  readonly measures: readonly MeasureDistance[];
  readonly version: VersionDistance;
  /** The farthest of them; unknown where nothing is known. Another version is never near. */
  readonly overall: MeasureDistance["how"];
}

/** Up to how many times the one of the other still counts as near, and from how many as far. */
export interface DistanceLimits {
  readonly nearTimes: number;
  readonly farTimes: number;
}

/** How far what was measured there is from what is asked here. What is not stated on either side is unknown, never near. */
export function contextDistance(theirs: Context, ours: Context, limits: DistanceLimits): ContextDistance {
  const measures = contextMeasures.map((measure) => distanceOf(measure, theirs[measure], ours[measure], limits));
  const version =
    theirs.version === null || ours.version === null ? "unknown" : theirs.version === ours.version ? "same" : "other";
  const ways = [...measures.map(({ how }) => how), version === "other" ? ("farther" as const) : ("unknown" as const)];
  const overall = (["far", "farther", "near"] as const).find((how) => ways.includes(how)) ?? "unknown";
  return { measures, version, overall };
}

function distanceOf(
  measure: ContextMeasure,
  theirs: number | null,
  ours: number | null,
  { nearTimes, farTimes }: DistanceLimits,
): MeasureDistance {
  if (theirs === null || ours === null || theirs <= 0 || ours <= 0)
    return { measure, theirs, ours, times: null, how: "unknown" };
  const times = ours / theirs;
  const apart = Math.max(times, 1 / times);
  return { measure, theirs, ours, times, how: apart <= nearTimes ? "near" : apart < farTimes ? "farther" : "far" };
}
