/**
 * How long a failure is taken to last when availability is bounded: a promise is no evidence. Shown by drills of the pilot
 * and by its outages, it is the longest of them times `factor`, never under `leastMinutes` nor under what the plan promises.
 */
export interface RestoreRules {
  /** Drills that it takes to show it, from 1 on. */
  readonly shownBy: number;
  /** Above 1: the longest of a few is not the longest there will be. */
  readonly factor: number;
  readonly leastMinutes: number;
  /** Taken where too few have shown it. */
  readonly unshownHours: number;
}

/** How long a failure is taken to last, and what says so. */
export interface RestoreTime {
  readonly seconds: number;
  /** True where enough drills showed it. */
  readonly shown: boolean;
  /** What `seconds` rests on: the longest of these decided. Where two are equal, what happened comes before what was said. */
  readonly by: "drill" | "outage" | "promise" | "least" | "unshown";
}

/**
 * R of the availability bound, seconds: the longest of the promise, `factor` × the longest drill or outage, and the policy's
 * least time; where fewer than `shownBy` drills showed it, `unshownHours` stand in for the least.
 * A short promise therefore never helps, and none (null) counts as no time at all.
 * @param promisedSeconds of the plan
 * @param drills seconds that each restore drill of the pilot took
 * @param repairs seconds of each merged outage
 */
export function restoreTime(
  promisedSeconds: number | null,
  drills: readonly number[],
  repairs: readonly number[],
  rules: RestoreRules,
): RestoreTime {
  const enoughDrills = drills.length >= rules.shownBy;
  const parts: readonly Omit<RestoreTime, "shown">[] = [
    { by: "drill", seconds: rules.factor * longest(drills) },
    { by: "outage", seconds: rules.factor * longest(repairs) },
    { by: "promise", seconds: promisedSeconds ?? 0 },
    enoughDrills
      ? { by: "least", seconds: rules.leastMinutes * 60 }
      : { by: "unshown", seconds: Math.max(rules.unshownHours * 3600, rules.leastMinutes * 60) },
  ];
  return { ...parts.reduce((a, b) => (b.seconds > a.seconds ? b : a)), shown: enoughDrills };
}

const longest = (seconds: readonly number[]): number => seconds.reduce((a, b) => Math.max(a, b), 0);
