import type { QuestionnaireKind } from "../../questionnaires/questionnaire.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type CollectionsEvent =
  | Event<"CollectionOpened", CollectionTerms & { readonly collection: string; readonly plan: number }>
  | Event<
      "CodesIssued",
      {
        readonly collection: string;
        /** 1, 2 … within the collection. */
        readonly batch: number;
        readonly count: number;
      } & Handing
    >
  | Event<
      "CollectionClosed",
      {
        readonly collection: string;
        /** Before its last day was over. */
        readonly early: boolean;
        readonly reason: TextRef | null;
        readonly counts: CollectionCounts;
        /** The pieces that the answers became: one a questionnaire; none where nobody's answers could count. */
        readonly evidence: readonly string[];
      }
    >;

export type CollectionsCommand =
  | ({ readonly type: "OpenCollection" } & CollectionTerms)
  | ({ readonly type: "IssueCodes"; readonly collection: string; readonly count: number } & Handing)
  | {
      readonly type: "CloseCollection";
      readonly collection: string;
      readonly reason: TextRef | null;
      /** As the answers were counted where they lie; how many codes were given out, the ledger knows. */
      readonly counts: Omit<CollectionCounts, "given">;
      readonly evidence: readonly string[];
    };

/** Languages that a questionnaire can be answered in. */
export const askedLanguages = ["en", "zh-CN"] as const;
export type AskedLanguage = (typeof askedLanguages)[number];

/** codes: each of them answers once (of a task sheet: is one moderator's). link: one address for everybody. */
export const ways = ["codes", "link"] as const;
type Way = (typeof ways)[number];

/**
 * What makes an answer doubtful. device: the same device answered before. second: another came within the same second.
 * straight: the same answer to statements that contradict each other.
 */
export const doubts = ["device", "second", "straight"] as const;
export type Doubt = (typeof doubts)[number];

/** What becomes of a doubtful answer: it is shown in either case. */
export const treatments = ["leave-out", "keep"] as const;
type Treatment = (typeof treatments)[number];

/** Everything that is fixed before the first answer comes. */
export interface CollectionTerms {
  readonly questionnaire: QuestionnaireKind;
  /** Groups that people may say they belong to: names that policy or plan have. */
  readonly groups: readonly string[];
  /** Where it is asked; a place is called by its number, from 1. */
  readonly places: readonly { readonly place: TextRef }[];
  /** At least one; the first is the one that cards are in. */
  readonly languages: readonly AskedLanguage[];
  /** Both days belong to it. */
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly way: Way;
  /** Answers that are taken, where it is a link for everybody; null with codes. */
  readonly most: number | null;
  readonly doubtful: Readonly<Record<Doubt, Treatment>>;
  /** In the order in which they are asked; none but for seq and tasks. */
  readonly tasks: readonly { readonly task: TextRef }[];
  /** Of a task sheet: whether each task is rated by the Single Ease Question too. */
  readonly ease: boolean;
  /** Who asks and what for, in front of the questions; null: only the technology's name. */
  readonly introduction: TextRef | null;
}

/** Whom codes are for; null: for anybody. */
interface Handing {
  readonly group: string | null;
  /** Number of the place. */
  readonly place: number | null;
}

export interface CollectionCounts {
  /** Codes given out; null where one link is for everybody. */
  readonly given: number | null;
  /** Codes whose questions were seen; of a link, how often they were. */
  readonly opened: number;
  readonly finished: number;
  /** Finished with too few answers to count: more than two of ten statements without one, or one of two. */
  readonly incomplete: number;
  /** Left out by the rule, each under the first doubt that leaves it out. */
  readonly leftOut: Readonly<Record<Doubt, number>>;
  /** Doubtful and kept, as the rule says. */
  readonly doubtfulKept: number;
  /** Task sheets that were corrected. */
  readonly corrected: number;
}

export interface Batch extends Handing {
  readonly batch: number;
  readonly count: number;
  readonly at: Instant;
}

export interface Collection extends CollectionTerms {
  /** "c1", "c2" … within the technology. */
  readonly collection: string;
  /** Number of the plan it was opened under. */
  readonly plan: number;
  readonly openedBy: PersonId;
  readonly openedAt: Instant;
  readonly position: number;
  readonly batches: readonly Batch[];
  readonly closed: CollectionClosing | null;
}

interface CollectionClosing {
  readonly at: Instant;
  readonly by: PersonId;
  readonly position: number;
  readonly early: boolean;
  readonly reason: TextRef | null;
  readonly counts: CollectionCounts;
  readonly evidence: readonly string[];
}

export interface CollectionsSlice {
  readonly collections: readonly Collection[];
}

export const noCollections: CollectionsSlice = { collections: [] };

export const collectionIn = ({ collections }: CollectionsSlice, id: string): Collection | undefined =>
  collections.find(({ collection }) => collection === id);

/** The one whose answers a piece of evidence is; undefined where the piece came as a file. */
export const collectionOfPiece = ({ collections }: CollectionsSlice, evidence: string): Collection | undefined =>
  collections.find(({ closed }) => closed?.evidence.includes(evidence) === true);

/** Codes given out so far. */
export const givenOut = ({ batches }: Pick<Collection, "batches">): number =>
  batches.reduce((sum, { count }) => sum + count, 0);

/** How a collection stands on a day: closed by somebody, not open yet, taking answers, or over and to be closed. */
export type CollectionStanding = "closed" | "ahead" | "open" | "over";

export function standingOn({ closed, opensOn, closesOn }: Collection, today: Day): CollectionStanding {
  if (closed !== null) return "closed";
  if (today < opensOn) return "ahead";
  return today > closesOn ? "over" : "open";
}

/** Whether tasks belong to it. */
export const asksTasks = ({ questionnaire }: Pick<CollectionTerms, "questionnaire">): boolean =>
  questionnaire === "seq" || questionnaire === "tasks";

/**
 * The tasks that a plan's first collection with tasks fixed: later ones under the same plan ask the same, so that nobody
 * finds easier ones after the first results. Null before there is one.
 */
export function fixedTasks({ collections }: CollectionsSlice, plan: number): CollectionTerms["tasks"] | null {
  return collections.find((collection) => collection.plan === plan && asksTasks(collection))?.tasks ?? null;
}

/** Answers that count: finished, complete enough, and not left out. */
export const counted = ({ finished, incomplete, leftOut }: Omit<CollectionCounts, "given">): number =>
  finished - incomplete - doubts.reduce((sum, doubt) => sum + leftOut[doubt], 0);
