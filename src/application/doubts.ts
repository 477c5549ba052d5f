import { tooManyRejected } from "../domain/evidence/rejected-rows.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { RejectedRow } from "../domain/evidence/measurement.ts";
import { formats } from "../evidence/formats.ts";
import type { Question } from "../evidence/question.ts";
import { encodingGuess } from "./file-beginnings.ts";
import type { EncodingGuess } from "./file-beginnings.ts";
import type { MappedReading, Stated } from "./mapped-reading.ts";

/** What a reading leaves open and its person may settle before it is recorded for good. */
export type Doubt =
  | ({ readonly about: "encoding" } & EncodingGuess)
  /** No service in the files is one of the plan's; one that stands alone may be said to be one of them. */
  | { readonly about: "service"; readonly named: readonly string[]; readonly alone: boolean }
  | { readonly about: "period" }
  /** A remembered mapping counts some rows only, which somebody chose for another file. */
  | { readonly about: "chosen-rows"; readonly rows: readonly (readonly [heading: string, text: string])[] }
  /** A reader's own question. */
  | { readonly about: "question"; readonly question: Question }
  /** Nothing is measured from a picture or an office document, which nobody has said it should be. */
  | { readonly about: "document"; readonly format: string }
  /** The same answer in every row: no cell meets the condition, or every cell does. */
  | { readonly about: "one-answer" }
  | {
      readonly about: "rows";
      readonly rows: number;
      readonly rejected: number;
      readonly examples: readonly RejectedRow[];
    };

const takesPeriod = (name: FormatName): boolean =>
  formats.some((format) => format.name === name && format.withoutPeriod !== undefined);

/** Whoever sends one may believe that its figures are read; a PDF is known to be for reading. */
const easilyMeant = (format: string): boolean => format !== "PDF" && format !== "RTF";

/**
 * @param services the plan's
 * @param declared whether the person says that it is a document
 */
export async function doubtsOf(
  { read, mapping, remembered }: MappedReading,
  files: readonly { readonly path: string }[],
  services: readonly string[],
  stated: Stated | null,
  declared: boolean,
): Promise<Doubt[]> {
  if (read.kind !== "measured")
    return declared || !easilyMeant(read.format) ? [] : [{ about: "document", format: read.format }];
  const { measurement, questions = [] } = read;
  const warned = new Set(measurement.warnings.map(({ code }) => code));
  const doubts: Doubt[] = questions.map((question) => ({ about: "question", question }));
  if (mapping?.encoding === undefined && (warned.has("encoding-guessed") || warned.has("not-utf-8"))) {
    const guess = await encodingGuess(files);
    if (guess !== null) doubts.push({ about: "encoding", ...guess });
  }
  if (measurement.kind === "availability") {
    const named = measurement.services.map(({ service }) => service);
    if (services.length > 0 && !named.some((name) => services.includes(name)))
      doubts.push({
        about: "service",
        named: warned.has("service-unnamed") ? [] : named,
        alone: named.length === 1,
      });
    const silent = stated?.["from"] === undefined && mapping?.stated?.["from"] === undefined;
    if (warned.has("period-unknown") && silent && takesPeriod(read.reader.format)) doubts.push({ about: "period" });
  }
  const chosen = Object.entries(mapping?.rows ?? {});
  if (remembered !== undefined && chosen.length > 0) doubts.push({ about: "chosen-rows", rows: chosen });
  if (warned.has("one-outcome") || warned.has("one-prediction")) doubts.push({ about: "one-answer" });
  const { rowCount, rejectedCount, rejectedRows } = measurement;
  // Rows that a question explains are not corrected, but answered.
  const asked = questions.reduce((sum, question) => sum + ("rows" in question ? question.rows : 0), 0);
  if (rejectedCount > asked && tooManyRejected(rejectedCount, rowCount))
    doubts.push({ about: "rows", rows: rowCount, rejected: rejectedCount, examples: rejectedRows.slice(0, 5) });
  return doubts;
}
