import type { EvidenceKind } from "../../evidence/kinds.ts";
import type { Mapping } from "../../evidence/mapping.ts";
import type { Statistics } from "../../evidence/statistics.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type EvidenceEvent =
  | Event<"EvidenceAttached", EvidencePiece, 2>
  | Event<"EvidenceWithdrawn", { readonly evidence: string; readonly reason: TextRef }>
  | Event<"EvidenceExpired", { readonly evidence: string }>;

export type EvidenceCommand =
  AttachEvidence | { readonly type: "WithdrawEvidence"; readonly evidence: string; readonly reason: TextRef };

/** The application has stored the files and measured them; the domain decides whether the piece may stand. */
export interface AttachEvidence {
  readonly type: "AttachEvidence";
  readonly digest: string;
  readonly files: readonly { readonly digest: string; readonly bytes: number }[];
  readonly role: EvidenceRole;
  readonly kind: EvidenceKind;
  readonly format: string;
  readonly readerVersion: string;
  readonly timeZone: string;
  readonly mappingText: TextRef | null;
  readonly withinMs: number | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly statistics: Statistics;
  readonly groupWords: readonly { readonly group: TextRef }[];
  readonly rows: number;
  readonly rejectedRows: number;
  readonly warnings: readonly string[];
  readonly countedIn: readonly string[];
  readonly title: TextRef;
}

export interface EvidencePiece {
  /** "e1", "e2" … within the technology. */
  readonly evidence: string;
  /** Hash of the sorted file digests. */
  readonly digest: string;
  readonly files: readonly { readonly digest: string; readonly bytes: number }[];
  readonly role: EvidenceRole;
  readonly kind: EvidenceKind;
  readonly format: string;
  readonly readerVersion: string;
  readonly timeZone: string;
  /**
   * The names of groups that the statistics call by number, group n the n-th: kept beside the ledger and erasable, since a file
   * may name a group after a person. Absent in records from before, whose statistics hold the names.
   */
  readonly groupWords?: readonly { readonly group: TextRef }[];
  /**
   * How the file's headings were read where a person said so, as canonical JSON kept beside the ledger and erasable, since
   * headings and cells may name people; null where a reader knew them. Absent in records from before.
   */
  readonly mappingText?: TextRef | null;
  /** The same in clear, as records from before have it; null since then. */
  readonly mapping: Mapping | null;
  /** The latency level the file was measured at; null for kinds without one. */
  readonly withinMs: number | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly expiresOn: Day;
  /** Plan number the piece belongs to; 0 before any plan. */
  readonly plan: number;
  /** Wave it was attached under; null outside a wave. */
  readonly wave: number | null;
  readonly statistics: Statistics;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly warnings: readonly string[];
  /** Earlier pieces whose respondents this one repeats; they were left out here. */
  readonly countedIn: readonly string[];
  /** A word for people: "October load test". */
  readonly title: TextRef;
}

/** A baseline shows what the pilot is compared with; it never counts for the pilot's own figures. */
export type EvidenceRole = "pilot" | "baseline";

export interface EvidenceRef {
  readonly evidence: string;
  readonly digest: string;
}

export interface Piece extends EvidencePiece {
  readonly attachedAt: Instant;
  readonly attachedBy: PersonId;
  readonly position: number;
  /** In force until withdrawn or expired. */
  readonly state: "in-force" | "withdrawn" | "expired";
  readonly withdrawal: TextRef | null;
  /** A file of it was erased. */
  readonly erased: boolean;
}

export interface EvidenceSlice {
  readonly evidence: readonly Piece[];
}

export const noEvidence: EvidenceSlice = { evidence: [] };
