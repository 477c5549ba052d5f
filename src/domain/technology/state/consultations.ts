import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";
import type { EvidenceRef } from "./evidence.ts";

export type ConsultationsEvent =
  | Event<"ConsultationOpened", ConsultationTerms & { readonly consultation: string; readonly owed: OwedDays }>
  | Event<"ConsultationAmended", ConsultationTerms & { readonly consultation: string; readonly reason: TextRef }>
  | Event<"ConsultationWithdrawn", { readonly consultation: string; readonly reason: TextRef }>
  | Event<"PollCodesIssued", { readonly consultation: string; readonly batch: number; readonly count: number }>
  | Event<"PollCounted", PollResult & { readonly consultation: string }>
  | Event<
      "HearingMinuted",
      {
        readonly consultation: string;
        /** The day on which it was in fact. */
        readonly heldOn: Day;
        readonly groups: readonly Represented[];
        readonly minutes: TextRef | null;
        /** A document of the technology; one of both is there. */
        readonly document: EvidenceRef | null;
      }
    >
  | Event<
      "PointMade",
      {
        readonly consultation: string;
        readonly point: string;
        readonly text: TextRef;
        readonly origin: PointOrigin;
      }
    >
  | Event<"PointReworded", { readonly consultation: string; readonly point: string; readonly text: TextRef }>
  | Event<"PointsJoined", { readonly consultation: string; readonly point: string; readonly into: string }>
  | Event<"PointAnswered", { readonly consultation: string; readonly point: string } & PointDisposition>
  | Event<
      "ConsultationAnswered",
      {
        readonly consultation: string;
        readonly heard: TextRef;
        readonly did: TextRef;
        readonly counts: ContributionCounts;
      }
    >
  | Event<"ContributionsCounted", { readonly consultation: string; readonly counts: ContributionCounts }>;

export type ConsultationsCommand =
  | ({ readonly type: "OpenConsultation" } & AskedTerms)
  | ({ readonly type: "AmendConsultation"; readonly consultation: string; readonly reason: TextRef } & Omit<
      AskedTerms,
      "kind" | "poll"
    >)
  | { readonly type: "WithdrawConsultation"; readonly consultation: string; readonly reason: TextRef }
  | { readonly type: "IssuePollCodes"; readonly consultation: string; readonly count: number }
  | ({ readonly type: "CountPoll"; readonly consultation: string } & Omit<PollResult, "given">)
  | {
      readonly type: "MinuteHearing";
      readonly consultation: string;
      readonly heldOn: Day;
      readonly groups: readonly Represented[];
      readonly minutes: TextRef | null;
      /** Evidence id of a document. */
      readonly document: string | null;
    }
  | {
      readonly type: "MakePoint";
      readonly consultation: string;
      readonly text: TextRef;
      readonly origin: PointOrigin;
    }
  | { readonly type: "RewordPoint"; readonly consultation: string; readonly point: string; readonly text: TextRef }
  | { readonly type: "JoinPoints"; readonly consultation: string; readonly point: string; readonly into: string }
  | ({ readonly type: "AnswerPoint"; readonly consultation: string; readonly point: string } & PointDisposition)
  | {
      readonly type: "AnswerConsultation";
      readonly consultation: string;
      /** What we heard, and what we did. */
      readonly heard: TextRef;
      readonly did: TextRef;
    }
  /** Puts on record how many contributions of consultations that are over wait to be put into a point. */
  | { readonly type: "CountContributions" };

/** written: people write. hearing: people speak on a day, and may write before it. poll: people choose one of the options. */
export const consultationKinds = ["written", "hearing", "poll"] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

/** How what people say comes in: by the public's own page, or typed in by staff. */
export const contributionChannels = ["page", "letter", "phone", "counter"] as const;
export type ContributionChannel = (typeof contributionChannels)[number];

/** codes: each of them answers once. link: one address for everybody, with a mark of the device. */
export const pollWays = ["codes", "link"] as const;
type PollWay = (typeof pollWays)[number];

export interface ConsultationTerms {
  readonly kind: ConsultationKind;
  readonly title: string;
  readonly question: TextRef;
  /** What is still open, and what is settled already; null: nothing is. */
  readonly stillOpen: TextRef;
  readonly settled: TextRef | null;
  /** Who is asked. */
  readonly audience: TextRef;
  readonly papers: readonly Paper[];
  /** Both days belong to it; of a hearing, the last one is that of the hearing. */
  readonly opensOn: Day;
  readonly closesOn: Day;
  /** The last day for the answer to all that was said. */
  readonly respondBy: Day;
  readonly channels: readonly ContributionChannel[];
  /** Where letters go, which number answers, where the counter is and when. Required where there is such a channel. */
  readonly how: TextRef | null;
  /** Why there is less time than the policy asks for; everybody reads it. */
  readonly shorter: TextRef | null;
  /** Where a hearing takes place, and at what time; null for the other kinds. */
  readonly place: TextRef | null;
  readonly poll: PollTerms | null;
}

/** A document of the technology that everybody may read, pinned by its digest. */
export interface Paper extends EvidenceRef {
  /** How it is called in front of everybody. */
  readonly name: TextRef;
}

/** Fixed at the opening: no amendment touches it. */
export interface PollTerms {
  readonly options: readonly { readonly option: TextRef }[];
  readonly way: PollWay;
  /** Answers that the link takes; null with codes. */
  readonly most: number | null;
}

export type AskedTerms = Omit<ConsultationTerms, "papers"> & {
  readonly papers: readonly Omit<Paper, "digest">[];
};

/** What the policy asked for when it was opened, in days. */
export interface OwedDays {
  /** The version of the policy. */
  readonly policy: number;
  /** From the first to the last day, both counted. */
  readonly open: number;
  /** From the last day to the answer. */
  readonly respond: number;
  /** From the announcement, and from the last change of the papers, to the day of a hearing. */
  readonly notice: number;
  readonly papers: number;
}

interface PollResult {
  /** Answers that count, by option in the order of the options. */
  readonly counts: readonly number[];
  /** Codes given out; null where one link is for everybody. */
  readonly given: number | null;
  /** Left out because the same device had answered before. */
  readonly leftOut: number;
  /** Of the answers as they lie beside the ledger. */
  readonly digest: string;
}

/** A group that was heard. */
export interface Represented {
  readonly group: string;
  /** How many people spoke for it. */
  readonly people: number;
  /** Serving staff of public bodies are heard, and counted as nobody's representatives. */
  readonly serving: boolean;
  /** Who they are, for those who may read it; null: not said. */
  readonly names: TextRef | null;
}

/** contributions: of what people wrote. minutes: of a hearing. poll: of what a poll came to. */
export const pointOrigins = ["contributions", "minutes", "poll"] as const;
export type PointOrigin = (typeof pointOrigins)[number];

export const dispositions = ["adopted", "partly", "not-adopted"] as const;

export interface PointDisposition {
  readonly disposition: (typeof dispositions)[number];
  readonly reason: TextRef;
  /** What was changed; null only where nothing was adopted. */
  readonly change: PointChange | null;
}

/** amendment: of the pilot plan, by its number. condition: of an approval. safeguard: by its kind. text: told in words alone. */
export const changeKinds = ["amendment", "condition", "safeguard", "text"] as const;

interface PointChange {
  readonly kind: (typeof changeKinds)[number];
  /** Which one; null for a text alone. */
  readonly ref: string | null;
  readonly text: TextRef | null;
}

/** Reasons to hide what somebody wrote; nothing of it is ever changed. */
export const hidingReasons = ["abuse", "personal-data", "unlawful", "advertising", "off-topic"] as const;
export type HidingReason = (typeof hidingReasons)[number];

export interface ContributionCounts {
  readonly channels: { readonly [C in ContributionChannel]: number };
  readonly hidden: { readonly [R in HidingReason]: number };
  /** Which still have to be put into a point. */
  readonly unplaced: number;
}

/** Of a consultation in which nobody has written. */
export const noCounts: ContributionCounts = {
  channels: { page: 0, letter: 0, phone: 0, counter: 0 },
  hidden: { abuse: 0, "personal-data": 0, unlawful: 0, advertising: 0, "off-topic": 0 },
  unplaced: 0,
};

/** Two with one key say the same. */
export const countsKey = ({ channels, hidden, unplaced }: ContributionCounts): string =>
  JSON.stringify([
    contributionChannels.map((channel) => channels[channel]),
    hidingReasons.map((why) => hidden[why]),
    unplaced,
  ]);

export const contributionsIn = ({ channels }: ContributionCounts): number =>
  contributionChannels.reduce((sum, channel) => sum + channels[channel], 0);

interface Made {
  readonly by: PersonId;
  readonly at: Instant;
  readonly position: number;
}

/** What people were shown from a day on: as it was opened, and after each amendment. */
export interface ConsultationVersion extends Made {
  readonly terms: ConsultationTerms;
  /** Of an amendment. */
  readonly reason: TextRef | null;
  /** The plan in force then, and how many amendments it had; 0: none. */
  readonly plan: number;
  readonly planChanges: number;
}

export interface Point {
  /** "p1", "p2" … within the consultation. */
  readonly point: string;
  readonly origin: PointOrigin;
  /** The words that stand are the last. */
  readonly words: readonly (Made & { readonly text: TextRef })[];
  /** The point that this one has become a part of; null: it stands by itself. */
  readonly into: string | null;
  /** The one that stands is the last: a correction leaves the earlier ones. */
  readonly answers: readonly (PointDisposition & Made)[];
}

export interface Consultation extends ConsultationTerms {
  /** "k1", "k2" … within the technology. */
  readonly consultation: string;
  readonly owed: OwedDays;
  readonly opened: Made;
  /** Oldest first. */
  readonly versions: readonly ConsultationVersion[];
  readonly points: readonly Point[];
  readonly batches: readonly { readonly batch: number; readonly count: number; readonly at: Instant }[];
  readonly polled: (PollResult & Made) | null;
  readonly minutes:
    | (Made & {
        readonly heldOn: Day;
        readonly groups: readonly Represented[];
        readonly minutes: TextRef | null;
        readonly document: EvidenceRef | null;
      })
    | null;
  readonly withdrawn: (Made & { readonly reason: TextRef }) | null;
  readonly answered: (Made & { readonly heard: TextRef; readonly did: TextRef }) | null;
  /** As they were counted last, once it was over; null before. */
  readonly counts: ContributionCounts | null;
}

export interface ConsultationsSlice {
  readonly consultations: readonly Consultation[];
}

export const noConsultations: ConsultationsSlice = { consultations: [] };

export const consultationIn = ({ consultations }: ConsultationsSlice, id: string): Consultation | undefined =>
  consultations.find(({ consultation }) => consultation === id);

export const pointIn = ({ points }: Pick<Consultation, "points">, id: string): Point | undefined =>
  points.find(({ point }) => point === id);

/** ahead: announced. open: people are heard. over: the answer is owed. overdue: it was owed. */
export const consultationStandings = ["ahead", "open", "over", "overdue", "answered", "withdrawn"] as const;
export type ConsultationStanding = (typeof consultationStandings)[number];

type Standing = Pick<ConsultationTerms, "opensOn" | "closesOn" | "respondBy"> & {
  readonly withdrawn: object | null;
  readonly answered: object | null;
};

export function consultationStanding(of: Standing, today: Day): ConsultationStanding {
  if (of.withdrawn !== null) return "withdrawn";
  if (of.answered !== null) return "answered";
  if (today < of.opensOn) return "ahead";
  if (today <= of.closesOn) return "open";
  return today <= of.respondBy ? "over" : "overdue";
}

/** Codes given out so far. */
export const pollCodesGiven = ({ batches }: Pick<Consultation, "batches">): number =>
  batches.reduce((sum, { count }) => sum + count, 0);

/** The point that answers for one, which is itself or what it was joined to. */
export function answeringPoint(of: Pick<Consultation, "points">, id: string): Point | undefined {
  const point = pointIn(of, id);
  return point === undefined || point.into === null ? point : answeringPoint(of, point.into);
}

/** A point with all that became a part of it. */
export const withJoined = (of: Pick<Consultation, "points">, id: string): readonly string[] => [
  id,
  ...of.points.filter(({ into }) => into === id).flatMap(({ point }) => withJoined(of, point)),
];

/** Points that nobody has answered; what was joined to another is answered with it. */
export const unansweredPoints = ({ points }: Pick<Consultation, "points">): readonly Point[] =>
  points.filter(({ into, answers }) => into === null && answers.length === 0);

/** The disposition that stands; null: there is none. */
export const dispositionOf = ({ answers }: Pick<Point, "answers">): (PointDisposition & Made) | null =>
  answers.at(-1) ?? null;
