import type { TechnologyCommand } from "../domain/technology/state/technology.ts";
import type { TextRef } from "../domain/words/text.ts";

/** Free text as it was typed; sealing replaces it by its digest and keeps the words beside the ledger. */
export interface RawText {
  readonly text: string;
}

/** The same shape with words where the domain has digests. */
export type Raw<T> = T extends TextRef
  ? RawText
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer E)[]
      ? readonly Raw<E>[]
      : { readonly [K in keyof T]: Raw<T[K]> };

export type CommandOf<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

/**
 * What a page may ask of a technology that exists. Propose, RecordImport, AttachEvidence, SubmitScores, RevealScores, EraseText,
 * EraseFile, WithholdEntry, NoteStandard, NoteBorrowed, NoteFeedback, CountContributions, IssuePollCodes, CountPoll and PublishDecisions need more than a decision: each has a use case of its own in this folder.
 */
export type RawTechnologyCommand = Raw<
  Exclude<
    TechnologyCommand,
    CommandOf<
      | "Propose"
      | "RecordImport"
      | "AttachEvidence"
      | "SubmitScores"
      | "RevealScores"
      | "EraseText"
      | "EraseFile"
      | "WithholdEntry"
      | "NoteStandard"
      | "NoteBorrowed"
      | "PublishDecisions"
      | "NoteFeedback"
      | "CountContributions"
      | "IssuePollCodes"
      | "CountPoll"
      | "Sweep"
    >
  >
>;
