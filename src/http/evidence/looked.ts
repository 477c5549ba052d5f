import type { CheckOutcome } from "../../application/attach-evidence.ts";
import type { AttachSubmission } from "../../application/attach-submission.ts";
import { readingOf } from "../../application/attach-evidence.ts";
import { optionsOf } from "../../application/measure-piece.ts";
import type { Services } from "../../application/services.ts";
import type { Staged } from "../../application/staged-files.ts";
import type { Mapping } from "../../domain/evidence/mapping.ts";
import type { RememberedMapping } from "../../authority/mappings.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { previewInWorker } from "../../evidence/in-worker.ts";
import type { Preview } from "../../evidence/preview.ts";

/** How the files of a form will be read: before anything of it is recorded. */
export interface Looked {
  readonly preview: Preview;
  /** Null where they cannot be read yet. */
  readonly measured: { readonly format: string; readonly rows: number; readonly rejected: number } | null;
  /** True where the piece would be refused whatever its rows hold, for its days say. */
  readonly refused: boolean;
  /** Whose earlier word it rests on, with when they gave it and their name. */
  readonly remembered: { readonly mapping: Mapping; readonly at: number; readonly name: string } | null;
}

type Readable = Extract<CheckOutcome, { readonly kind: "readable" }>;

/** The first rows as they will be read; a second look of its own, at the beginnings only and beside the event loop. */
export async function lookedAt(
  services: Services,
  technology: Technology,
  submission: AttachSubmission,
  { files }: Pick<Staged, "files">,
  checked: (Pick<Readable, "mapped"> & { readonly refused: boolean }) | { readonly remembered?: RememberedMapping },
): Promise<Looked> {
  const { mapping, remembered = null } = "mapped" in checked ? checked.mapped : { mapping: null, ...checked };
  const reading = readingOf(services, technology, submission);
  const read = { ...reading, mapping: mapping ?? reading.mapping ?? remembered?.mapping ?? null };
  const preview = await previewInWorker(files, optionsOf(read));
  const measured = "mapped" in checked && checked.mapped.read.kind === "measured" ? checked.mapped.read : null;
  return {
    preview,
    refused: "mapped" in checked && checked.refused,
    measured:
      measured === null
        ? null
        : {
            format: measured.reader.format,
            rows: measured.measurement.rowCount,
            rejected: measured.measurement.rejectedCount,
          },
    remembered: remembered === null ? null : await named(services, remembered),
  };
}

async function named({ accounts }: Services, { mapping, givenAt, givenBy }: RememberedMapping) {
  const names = await accounts.identities.names([givenBy]);
  return { mapping, at: givenAt, name: names.get(givenBy) ?? "–" };
}
