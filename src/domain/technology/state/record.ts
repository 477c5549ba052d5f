import type { Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";
import type { EvidencePiece } from "./evidence.ts";

/** `C`: the figures that a correction may replace. */
export type RecordEvent<C> =
  | Event<"LessonsRecorded", { readonly text: TextRef }>
  | Event<
      "EntryCorrected",
      {
        readonly corrects: number;
        readonly correctedType: string;
        readonly changes: C;
        readonly text: TextRef;
      }
    >
  | Event<"TextErased", { readonly digest: string; readonly ground: TextRef }>
  | Event<
      "EntryWithheld",
      {
        /** Position of the entry whose content was taken away. */
        readonly entry: number;
        readonly remains: EntryRemains;
        /** What the life of the technology goes on with in its place. */
        readonly standIn: { readonly schema: 2; readonly payload: EvidencePiece };
        readonly ground: TextRef;
      }
    >
  | Event<"FileErased", { readonly digest: string; readonly evidence: string; readonly ground: TextRef }>;

export type RecordCommand<C> =
  | { readonly type: "RecordLessons"; readonly text: TextRef }
  | {
      readonly type: "CorrectEntry";
      readonly corrects: number;
      readonly correctedType: string;
      readonly changes: C;
      readonly text: TextRef;
    }
  | { readonly type: "EraseText"; readonly digest: string; readonly ground: TextRef }
  | { readonly type: "EraseFile"; readonly digest: string; readonly evidence: string; readonly ground: TextRef }
  /** The application says what the ledger keeps of the entry; the domain, what stands in for it. */
  | {
      readonly type: "WithholdEntry";
      readonly entry: number;
      readonly remains: EntryRemains;
      readonly ground: TextRef;
    };

/** What the ledger still says of an entry whose content was taken away: its hash and its envelope. */
interface EntryRemains {
  readonly hash: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly time: Instant;
  readonly actor: PersonId;
  readonly role: string;
  readonly command: string;
  readonly effects: object | null;
}

export interface RecordSlice {
  readonly lessons: readonly TextRef[];
  /** When lessons were recorded beside those that an end brought with it. */
  readonly lessonsRecorded: readonly { readonly at: Instant; readonly position: number }[];
  readonly corrections: readonly { readonly corrects: number; readonly position: number; readonly text: TextRef }[];
  /** Digests of erased texts and files. */
  readonly erased: readonly string[];
}

export const noRecord: RecordSlice = { lessons: [], lessonsRecorded: [], corrections: [], erased: [] };
