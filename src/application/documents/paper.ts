import type { Instant } from "../../domain/words/text.ts";

/** Words in a row; what is bold or small is so by what it is, never to be pretty. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  /** Beside what is said: who, when, by what number. */
  readonly small?: true;
  /** To be compared letter by letter. */
  readonly mono?: true;
};

export type Block =
  | { readonly is: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly is: "paragraph"; readonly runs: readonly Run[] }
  | { readonly is: "list"; readonly items: readonly (readonly Run[])[] }
  | {
      readonly is: "table";
      /** What it is a table of: for whoever hears it rather than sees it. */
      readonly caption: string;
      readonly head: readonly string[];
      /** Columns whose cells are figures, by their place. */
      readonly figures: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** A column of drawings behind the first: its heading, and what each row's shows. */
      readonly drawn?: { readonly head: string; readonly intervals: readonly DrawnInterval[] };
    }
  /** On one page, if a page has room for them. */
  | { readonly is: "together"; readonly blocks: readonly Block[] };

/** An interval beside its floor; places from 0 to 100 on the row's own scale, null where there is none. */
export type DrawnInterval = {
  /** What is seen, as a sentence. */
  readonly alt: string;
  readonly state: "met" | "unknown" | "unmet";
  readonly lower: number | null;
  readonly estimate: number | null;
  readonly upper: number | null;
  readonly floor: number | null;
  readonly target: number | null;
  /** The floor is an upper limit, and the gate reads the upper end. */
  readonly atMost: boolean;
};

/** One dossier; in meeting papers each begins a page. */
export type PaperPart = {
  readonly title: string;
  /** Whose it is, above the title. */
  readonly above: string;
  /** At the top of the page on which it begins. */
  readonly head: string;
  readonly blocks: readonly Block[];
};

/**
 * What a document says, whatever form it goes out in: page, PDF and DOCX are made from the same. Plain data without a
 * clock, so that the same ledger position gives the same bytes; a program gets it as JSON, never as its source.
 */
export type Paper = {
  readonly language: "en" | "zh-CN";
  readonly title: string;
  readonly description: string;
  /** What it is of, for the program that checks it. */
  readonly subject: string;
  /** Of the ledger entry that it shows. */
  readonly at: Instant;
  /** The heading of its contents; null: a single part has none. */
  readonly contents: string | null;
  readonly parts: readonly PaperPart[];
};
