/**
 * How one input of a method is written. number, count (whole, from 0), probability (0–1, both excluded): one figure. numbers, answers
 * (may be missing), words: a list. table, ratings (may be missing): rows of numbers. records: rows with named columns.
 * named: a word and its number on each row. chosen: a word and what was chosen for it, one or several words. word: one word.
 */
export type FieldKind =
  | "number"
  | "count"
  | "probability"
  | "word"
  | "numbers"
  | "answers"
  | "words"
  | "table"
  | "ratings"
  | "records"
  | "named"
  | "chosen";

interface Column {
  readonly name: string;
  readonly kind?: "word";
  readonly optional?: true;
}

export interface MethodField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: true;
  /** Bounds of every number in it, both included. */
  readonly least?: number;
  readonly most?: number;
  readonly whole?: true;
  /** Numbers of a list, or of each row; rows of a table have one length in any case, except ratings of a study. */
  readonly length?: number;
  /** Items of a list or rows of a table at least. */
  readonly atLeast?: number;
  /** As many items as this other field has. */
  readonly like?: string;
  /** What the columns of a table or the records mean. */
  readonly columns?: readonly Column[];
}

type Limits = Omit<MethodField, "name" | "kind">;

export const field = (name: string, kind: FieldKind, limits: Limits = {}): MethodField => ({ name, kind, ...limits });

export const confidenceField = field("conf", "probability");
export const oneSidedField = field("conf_one_sided", "probability");
export const alphaField = field("alpha", "probability");
