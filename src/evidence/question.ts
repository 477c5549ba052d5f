import type { MappingAnswers } from "../domain/evidence/mapping.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A cell that raises a question: where it stands and what it says, possibly personal, as a sample is. */
export interface SeenFile {
  readonly row: number;
  readonly text: string;
}

type Scale = NonNullable<MappingAnswers["scale"]>;

/**
 * What a file leaves open and a person knows. Each is answered by the member of the mapping (domain/evidence/mapping.ts)
 * that its comment names; a reader that finds the answer there does not ask.
 */
export type Question =
  /** `values[column]`: words that the reader does not know. */
  | {
      readonly about: "values";
      /** The layout's name of the column, or the field of a tool's file. */
      readonly column: string;
      /** As the file calls it. */
      readonly heading: string;
      readonly vocabulary: Vocabulary;
      /** Each word once, in the order in which they appear. */
      readonly words: readonly { readonly word: string; readonly rows: number; readonly first: number }[];
      /** Rows with such a word. */
      readonly rows: number;
    }
  /** `leftOut[heading]`: rows that look like sums or medians of the others. */
  | { readonly about: "left-out"; readonly heading: string; readonly seen: readonly SeenFile[] }
  /** `scale`: lowest and highest answer of the file, and the scales that are usual; the likeliest first. */
  | {
      readonly about: "scale";
      readonly heading: string;
      readonly lowest: number;
      readonly highest: number;
      readonly offered: readonly Scale[];
    }
  /** `dayOrder`. */
  | { readonly about: "day-order"; readonly heading: string; readonly seen: readonly SeenFile[] }
  /** `decimalSign`. */
  | { readonly about: "decimal-sign"; readonly heading: string; readonly seen: readonly SeenFile[] }
  /** `numberOrWord`: "1 - Strongly agree". */
  | { readonly about: "number-or-word"; readonly heading: string; readonly seen: readonly SeenFile[] }
  /** `zone`: times without one, where the house's is not surely meant. */
  | { readonly about: "zone"; readonly heading: string; readonly seen: readonly SeenFile[] }
  /** `sheet` of a workbook; the likeliest first. */
  | {
      readonly about: "sheet";
      readonly file: string;
      readonly sheets: readonly {
        readonly name: string;
        readonly rows: number;
        readonly headings: readonly string[];
      }[];
    }
  /** `member` of an archive; those that a format is known for first, each with its title, else null. */
  | {
      readonly about: "member";
      readonly file: string;
      readonly members: readonly { readonly name: string; readonly bytes: number; readonly format: string | null }[];
    }
  /** `people`: ids of this file that earlier pieces have too, with other answers. */
  | { readonly about: "people"; readonly shared: number; readonly of: number; readonly pieces: readonly string[] };
