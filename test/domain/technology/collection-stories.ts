import type {
  Collection,
  CollectionCounts,
  CollectionTerms,
} from "../../../src/domain/technology/state/collections.ts";
import { day, happened, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** SUS by one-time codes at one place, from day 5 to day 19; nothing is left out but a device that answers again. */
export const collectionTerms = (over: Partial<CollectionTerms> = {}): CollectionTerms => ({
  questionnaire: "sus",
  groups: [],
  places: [{ place: text("counter") }],
  languages: ["en", "zh-CN"],
  opensOn: day(5),
  closesOn: day(19),
  way: "codes",
  most: null,
  doubtful: { device: "leave-out", second: "keep", straight: "keep" },
  tasks: [],
  ease: false,
  introduction: null,
  ...over,
});

export const collectionCounts = (
  over: Partial<Omit<CollectionCounts, "given">> = {},
): Omit<CollectionCounts, "given"> => ({
  opened: 0,
  finished: 0,
  incomplete: 0,
  leftOut: { device: 0, second: 0, straight: 0 },
  doubtfulKept: 0,
  corrected: 0,
  ...over,
});

export const collectionOpened = (over: Partial<CollectionTerms> = {}, n = 5, collection = "c1"): Happened =>
  happened("CollectionOpened", { collection, plan: 1, ...collectionTerms(over) }, "pia", n);

export const codesIssued = (count = 50, n = 5, batch = 1): Happened =>
  happened("CodesIssued", { collection: "c1", batch, count, group: null, place: null }, "pia", n);

export const collectionClosed = (closing: Partial<Pick<NonNullable<Collection["closed"]>, "evidence">> = {}, n = 20) =>
  happened(
    "CollectionClosed",
    {
      collection: "c1",
      early: false,
      reason: null,
      counts: { given: 50, ...collectionCounts({ opened: 40, finished: 30 }) },
      evidence: closing.evidence ?? ["e1"],
    },
    "pia",
    n,
  );
