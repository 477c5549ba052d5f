export interface KnownTool {
  /** Its sentence on pages is `evidence:problem.tool-<key>`. */
  readonly key: string;
  /** Whose file it is, and what. */
  readonly name: string;
  /** What to attach instead, or what is missing. */
  readonly instead: string;
  /** All of these are in the file's beginning. */
  readonly marks: readonly RegExp[];
}

/** Where a document of JSON begins. */
export const json = /^\s*[[{]/;
