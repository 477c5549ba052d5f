import type { Encoding } from "../domain/evidence/encoding.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping, MappingAnswers } from "../domain/evidence/mapping.ts";
import type { EvidenceRole } from "../domain/technology/state/evidence.ts";
import type { Instant } from "../domain/words/text.ts";
import type { TechnologySubmission } from "./outcome.ts";
import type { RawText } from "./raw-command.ts";

export interface AttachSubmission extends TechnologySubmission {
  /** Received files, one piece together; gone from their places once they are accepted. Names are for messages only. */
  readonly files: readonly { readonly path: string; readonly name?: string; readonly bytes?: number }[];
  readonly title: RawText;
  /** Attach without measuring. */
  readonly kind?: "document";
  /** Read by this format, whatever the content looks like. */
  readonly format?: FormatName;
  /** How a table of unknown headings is read; remembered for its source once the piece stands. */
  readonly mapping?: Mapping;
  /** What was answered to questions about the files; recorded with the piece and remembered as its mapping is. */
  readonly answers?: MappingAnswers;
  /** True: what was said of such files before is not asked for, since it is to be said anew. */
  readonly anew?: boolean;
  /** How the bytes are read, as the person names it; recorded with the piece. */
  readonly encoding?: Encoding;
  /** Attach nothing where the reading leaves open what its person may know, but say what. */
  readonly doubts?: "ask";
  /** Whose availability it is, where the files name no service; with `period`, when it was observed. */
  readonly service?: string;
  /** What the pilot is compared with, or (where absent) the pilot itself. */
  readonly evidenceRole?: EvidenceRole;
  /** The very same files once more: answer with the piece they are, instead of a refusal. */
  readonly sameFiles?: "answer";
  /** The effective period, for files that hold no times; the moment of attaching where absent. */
  readonly period?: { readonly from: Instant; readonly to: Instant };
  readonly onProgress?: (progress: AttachProgress) => void;
}

interface AttachProgress {
  readonly phase: "reading" | "deciding" | "storing";
  /** 0–1 of the phase. */
  readonly share: number;
}
