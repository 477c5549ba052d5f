import type { Format, ReaderChange } from "../evidence/format.ts";
import { formats } from "../evidence/formats.ts";
import type { Piece } from "../domain/technology/state/evidence.ts";

/** By which version of its format a piece was read, and what has changed in that reader since. */
export interface ReaderThen {
  readonly format: string;
  readonly recorded: string;
  /** Null where no reader of this format is left. */
  readonly current: string | null;
  readonly changes: readonly ReaderChange[];
}

/** Null for a document, which no reader reads. */
export function readerThen(
  { kind, format, readerVersion }: Pick<Piece, "kind" | "format" | "readerVersion">,
  known: readonly Pick<Format, "name" | "version" | "changes">[] = formats,
): ReaderThen | null {
  if (kind === "document") return null;
  const now = known.find(({ name }) => name === format);
  const changes = (now?.changes ?? []).filter(({ version }) => version > Number(readerVersion));
  return { format, recorded: readerVersion, current: now === undefined ? null : String(now.version), changes };
}

export const readerChanged = (reader: ReaderThen | null): boolean =>
  reader !== null && reader.recorded !== reader.current;

/** "read by version 1 of sus-wide, now version 2: a blank item counts as 3" */
export function readerNote({ format, recorded, current, changes }: ReaderThen): string {
  const now = current === null ? "which no reader reads any more" : `now version ${current}`;
  const what = changes.map(({ version, change }) => `${version}: ${change}`).join("; ");
  return `read by version ${recorded} of ${format}, ${now}${what === "" ? "" : ` (${what})`}`;
}
