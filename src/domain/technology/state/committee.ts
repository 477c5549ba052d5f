import type { Organisation } from "../../committee/seat.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";
import type { Stage } from "./stage.ts";

export type CommitteeEvent =
  | Event<
      "CommitteeInvited",
      {
        /** "p1", "p2" …; a further invitation to the same panel adds members and sets another deadline. */
        readonly panel: string;
        readonly members: readonly InvitedMember[];
        readonly deadline: Day;
        readonly question: TextRef | null;
      }
    >
  | Event<
      "CommitteeInterestDeclared",
      { readonly panel: string; readonly conflict: boolean; readonly text: TextRef | null }
    >
  | Event<
      "OpinionGiven",
      {
        readonly panel: string;
        readonly opinion: Opinion;
        readonly reasons: TextRef;
        readonly conditions: readonly SetCondition[];
        /** Digest of what the member was shown. */
        readonly shown: string;
      }
    >
  | Event<
      "CommitteeConditionAnswered",
      {
        readonly panel: string;
        readonly condition: string;
        readonly answer: TextRef;
        readonly evidence: readonly string[];
        /** False: it is not done, and the answer says why. */
        readonly done: boolean;
      }
    >;

export type CommitteeCommand =
  | {
      readonly type: "InviteCommittee";
      readonly members: readonly PersonId[];
      readonly deadline: Day;
      readonly question: TextRef | null;
    }
  | { readonly type: "DeclareCommitteeInterest"; readonly conflict: boolean; readonly text: TextRef | null }
  | {
      readonly type: "GiveOpinion";
      readonly opinion: Opinion;
      readonly reasons: TextRef;
      readonly conditions: readonly { readonly text: TextRef }[];
      /** Digest of what the form showed. */
      readonly shown: string;
    }
  | {
      readonly type: "AnswerCommitteeCondition";
      readonly condition: string;
      readonly answer: TextRef;
      readonly evidence: readonly string[];
      readonly done: boolean;
    };

export const opinions = ["for", "for-with-conditions", "against", "abstain"] as const;
export type Opinion = (typeof opinions)[number];

/** As the committee's own record had them on the day of the invitation. */
export interface InvitedMember {
  readonly person: PersonId;
  readonly field: string;
  readonly organisation: Organisation;
  readonly from: Day;
  readonly until: Day;
}

interface SetCondition {
  /** "k1", "k2" … within the panel. */
  readonly condition: string;
  readonly text: TextRef;
}

export interface GivenOpinion {
  readonly opinion: Opinion;
  readonly reasons: TextRef;
  readonly conditions: readonly SetCondition[];
  readonly shown: string;
  readonly at: Instant;
  readonly position: number;
}

export interface PanelMember extends InvitedMember {
  readonly interest: "undeclared" | "none" | "conflict";
  /** Oldest first; the last one stands. */
  readonly opinions: readonly GivenOpinion[];
}

interface ConditionAnswer {
  readonly condition: string;
  readonly answer: TextRef;
  readonly evidence: readonly string[];
  readonly done: boolean;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Those who are asked about one technology at one rollout gate. */
export interface Panel {
  readonly panel: string;
  /** Position of the entry by which the stage before that gate began. */
  readonly passage: number;
  /** Members asked at a time, at most, while nobody had given an opinion: later ones only fill places. */
  readonly size: number;
  readonly deadline: Day;
  readonly question: TextRef | null;
  readonly at: Instant;
  readonly members: readonly PanelMember[];
  /** The newest answer to each condition. */
  readonly answers: readonly ConditionAnswer[];
}

export interface CommitteeSlice {
  readonly panels: readonly Panel[];
}

export const noCommittee: CommitteeSlice = { panels: [] };

interface Passed extends CommitteeSlice {
  readonly passages: readonly { readonly stage: Stage; readonly position: number }[];
}

/** The position at which the newest evaluation began; 0 before any. */
export const evaluationBegan = ({ passages }: Pick<Passed, "passages">): number =>
  passages.findLast(({ stage }) => stage === "evaluating")?.position ?? 0;

/** Who is asked about the evaluation that runs or ran last; an earlier one's opinions are history. */
export const panelNow = (t: Passed): Panel | null =>
  t.panels.findLast(({ passage }) => passage === evaluationBegan(t)) ?? null;

export const isRecused = ({ interest }: PanelMember): boolean => interest === "conflict";

/** Whoever declared a conflict has no opinion, whatever they gave before. */
export const standingOpinion = (member: PanelMember): GivenOpinion | null =>
  isRecused(member) ? null : (member.opinions.at(-1) ?? null);

/** Was asked at any gate, even if recused later: an expert on a technology never proposes, scores or decides it. */
export const isExpert = ({ panels }: CommitteeSlice, id: PersonId): boolean =>
  panels.some(({ members }) => members.some(({ person }) => person === id));

/** Is asked, or was, and has no conflict: they read what they give an opinion on. */
export const isAsked = ({ panels }: CommitteeSlice, id: PersonId): boolean =>
  panels.some(({ members }) => members.some((member) => member.person === id && !isRecused(member))) &&
  !hasCommitteeConflict({ panels }, id);

export const hasCommitteeConflict = (t: CommitteeSlice, id: PersonId): boolean => inCommitteeConflict(t).includes(id);

/** Everybody of whom that holds. */
export const inCommitteeConflict = ({ panels }: CommitteeSlice): readonly PersonId[] =>
  panels.flatMap(({ members }) => members.filter(isRecused).map(({ person }) => person));

/** The conditions of the opinions that stand, whichever state they were given on, each with the newest answer. */
export const conditionsOf = (panel: Panel): readonly PanelCondition[] =>
  panel.members.flatMap((member) =>
    (standingOpinion(member)?.conditions ?? []).map(({ condition, text }) => ({
      condition,
      text,
      by: member.person,
      answer: panel.answers.find((answer) => answer.condition === condition) ?? null,
    })),
  );

export interface PanelCondition extends SetCondition {
  readonly by: PersonId;
  readonly answer: ConditionAnswer | null;
}
