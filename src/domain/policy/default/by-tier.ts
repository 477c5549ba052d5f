import type { TierLevel } from "../../measures/indicator.ts";
import type { Indicator } from "../../measures/measures.ts";

/**
 * What each tier is asked, in one place. A pilot of tier I runs for two weeks with a few dozen people: it cannot show
 * what a national service must, and asking it all the same would only mean that no small tool is ever found good. The
 * indicators' own numbers are those of tier III; of the others only what differs is named. Every value function gives 60
 * at its own tier's floor.
 */
interface Levels {
  readonly own: Required<TierLevel>;
  readonly byTier: NonNullable<Indicator["byTier"]>;
}

/** Minimum in observed hours: 14, 28, 60 and 90 days round the clock, less a twentieth for planned maintenance. */
export const availabilityAsked: Levels = {
  own: {
    floor: 0.975,
    target: 0.995,
    value: [
      [0.95, 0],
      [0.975, 60],
      [0.99, 85],
      [0.998, 100],
    ],
    minimumSample: 1370,
  },
  byTier: {
    I: {
      floor: 0.9,
      target: 0.98,
      value: [
        [0.8, 0],
        [0.9, 60],
        [0.96, 85],
        [0.99, 100],
      ],
      minimumSample: 320,
    },
    II: {
      floor: 0.95,
      target: 0.99,
      value: [
        [0.9, 0],
        [0.95, 60],
        [0.98, 85],
        [0.995, 100],
      ],
      minimumSample: 640,
    },
    IV: {
      floor: 0.985,
      target: 0.997,
      value: [
        [0.97, 0],
        [0.985, 60],
        [0.994, 85],
        [0.999, 100],
      ],
      minimumSample: 2050,
    },
  },
};

/** Minimum in slices of 10 s: 40 hours of load, 6 in tier I and 15 in tier II. */
export const failedAsked: Levels = {
  own: {
    floor: 0.01,
    target: 0.001,
    value: [
      [0, 100],
      [0.001, 95],
      [0.01, 60],
      [0.05, 0],
    ],
    minimumSample: 14_400,
  },
  byTier: {
    I: {
      floor: 0.05,
      target: 0.005,
      value: [
        [0, 100],
        [0.005, 95],
        [0.05, 60],
        [0.15, 0],
      ],
      minimumSample: 2160,
    },
    II: {
      floor: 0.02,
      target: 0.002,
      value: [
        [0, 100],
        [0.002, 95],
        [0.02, 60],
        [0.08, 0],
      ],
      minimumSample: 5400,
    },
  },
};

/** The same hours of load as failed requests. */
export const withinAsked: Levels = {
  own: {
    floor: 0.95,
    target: 0.99,
    value: [
      [0.9, 0],
      [0.95, 60],
      [0.99, 90],
      [1, 100],
    ],
    minimumSample: 14_400,
  },
  byTier: {
    I: {
      floor: 0.9,
      target: 0.97,
      value: [
        [0.8, 0],
        [0.9, 60],
        [0.97, 90],
        [1, 100],
      ],
      minimumSample: 2160,
    },
    II: { minimumSample: 5400 },
  },
};

/** Half the hours of load have to stand at the level that shows the headroom: enough for both shares to be shown there. */
export const headroomAsked: Levels = {
  own: {
    floor: 1.2,
    target: 2,
    value: [
      [0.8, 0],
      [1.2, 60],
      [2, 90],
      [3, 100],
    ],
    minimumSample: 7200,
  },
  byTier: { I: { minimumSample: 1080 }, II: { minimumSample: 2700 } },
};

/** Minimum in respondents. */
export const susAsked: Levels = {
  own: {
    floor: 68,
    target: 80,
    value: [
      [40, 0],
      [68, 60],
      [80, 90],
      [90, 100],
    ],
    minimumSample: 60,
  },
  byTier: {
    I: {
      floor: 60,
      target: 75,
      value: [
        [35, 0],
        [60, 60],
        [75, 90],
        [88, 100],
      ],
      minimumSample: 30,
    },
    II: {
      floor: 65,
      target: 78,
      value: [
        [38, 0],
        [65, 60],
        [78, 90],
        [90, 100],
      ],
      minimumSample: 48,
    },
    IV: { minimumSample: 80 },
  },
};

/** Minimum in participants. */
export const tasksAsked: Levels = {
  own: {
    floor: 0.75,
    target: 0.9,
    value: [
      [0.5, 0],
      [0.75, 60],
      [0.9, 90],
      [1, 100],
    ],
    minimumSample: 30,
  },
  byTier: {
    I: {
      floor: 0.7,
      target: 0.87,
      value: [
        [0.45, 0],
        [0.7, 60],
        [0.87, 90],
        [1, 100],
      ],
      minimumSample: 20,
    },
    II: { minimumSample: 24 },
    IV: { minimumSample: 40 },
  },
};
