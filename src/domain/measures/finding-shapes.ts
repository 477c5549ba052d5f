import { later, list, nullable, number, object, oneOf, optional, text, truth, union } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import type {
  Bounds,
  Distribution,
  Events,
  EvidenceUnit,
  FairnessFinding,
  IndicatorUnit,
  Mark,
  UnknownReason,
} from "./finding-parts.ts";
import { fairnessMeasures } from "./planned-fairness.ts";

export const unitShape: Shape<IndicatorUnit> = oneOf("share", "ratio", "points", "rating", "count", "anchor");

export const evidenceUnitShape: Shape<EvidenceUnit> = oneOf(
  "respondents",
  "participants",
  "hours",
  "slices",
  "runs",
  "seconds",
  "pages",
  "people",
  "scores",
);

export const markShape: Shape<Mark> = oneOf(
  "bound-optimistic",
  "no-upper-bound",
  "no-variation",
  "piece-differs",
  "restore-shown",
  "restore-unshown",
  "small-pieces-left-out",
  "totals-left-out",
  "anytime",
  "anytime-not-possible",
  "unequal-base-rates",
  "under-four-fifths",
);

export const boundsShape: Shape<Bounds> = object({
  estimate: number,
  lower: optional(number),
  upper: optional(number),
});

export const unknownReasonShape: Shape<UnknownReason> = union("code", {
  "no-evidence": object({ code: oneOf("no-evidence") }),
  expired: object({ code: oneOf("expired"), expiredAt: text }),
  "below-minimum": object({
    code: oneOf("below-minimum"),
    n: number,
    minimum: number,
    unit: evidenceUnitShape,
  }),
  "rejected-rows": object({ code: oneOf("rejected-rows"), rejected: number, rows: number }),
  withheld: object({ code: oneOf("withheld") }),
  "totals-only": object({ code: oneOf("totals-only") }),
  "single-rate": object({ code: oneOf("single-rate") }),
  "no-steps": object({ code: oneOf("no-steps") }),
  "no-latency-level": object({ code: oneOf("no-latency-level") }),
  "other-latency-level": object({ code: oneOf("other-latency-level"), planned: number, measured: number }),
  "no-demand": object({ code: oneOf("no-demand") }),
  "no-restore-time": object({ code: oneOf("no-restore-time") }),
  "no-service-named": object({ code: oneOf("no-service-named") }),
  "service-missing": object({ code: oneOf("service-missing"), service: text }),
  "small-piece-beyond-floor": object({ code: oneOf("small-piece-beyond-floor"), estimate: number }),
  "not-scored": object({ code: oneOf("not-scored") }),
  "manual-review-needed": object({ code: oneOf("manual-review-needed"), needsReview: number }),
  "group-missing": object({ code: oneOf("group-missing"), group: text }),
  "group-without-cases": object({ code: oneOf("group-without-cases"), group: text }),
  "fairness-not-planned": object({ code: oneOf("fairness-not-planned") }),
  "no-baseline": object({ code: oneOf("no-baseline") }),
  "baseline-unknown": object({ code: oneOf("baseline-unknown"), why: later(() => unknownReasonShape) }),
});

const eventsShape: Shape<Events> = object({ events: number, n: number });
const meanFields = { mean: number, standardError: number, df: number } as const;

export const distributionShape: Shape<Distribution> = union("kind", {
  constant: object({ kind: oneOf("constant"), value: number }),
  beta: object({ kind: oneOf("beta"), a: number, b: number }),
  t: object({ kind: oneOf("t"), ...meanFields, unboundedAbove: optional(truth) }),
  levels: object({
    kind: oneOf("levels"),
    passed: nullable(object(meanFields)),
    missed: nullable(object(meanFields)),
  }),
  triangular: object({ kind: oneOf("triangular"), lowest: number, median: number, highest: number }),
  difference: object({ kind: oneOf("difference"), of: eventsShape, less: eventsShape }),
  disparity: object({ kind: oneOf("disparity"), groups: list(eventsShape), reference: eventsShape }),
  availability: object({
    kind: oneOf("availability"),
    outages: number,
    downSeconds: number,
    upSeconds: number,
    restoreSeconds: number,
  }),
});

const groupShare = { group: text, n: number, share: number, baseRate: number } as const;

export const fairnessFindingShape: Shape<FairnessFinding> = object({
  measure: oneOf(...fairnessMeasures),
  reference: object(groupShare),
  groups: list(object({ ...groupShare, difference: object({ estimate: number, lower: number, upper: number }) })),
});
