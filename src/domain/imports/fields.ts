/** What a file is imported as. */
export const importKinds = ["technologies", "departments", "people"] as const;
export type ImportKind = (typeof importKinds)[number];

export interface ImportField {
  readonly key: string;
  /** Its cells are words that stand for something here, and each is said to stand for what. */
  readonly valued?: true;
  /** What holds for the rows that say nothing may be stated once. */
  readonly same?: "line" | "words" | "choice";
  readonly required?: true;
}

/** What a row can say of each, in the order in which it is asked. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  technologies: [
    { key: "name", required: true },
    { key: "id" },
    { key: "qualifier" },
    { key: "stage", valued: true, same: "choice" },
    { key: "department", valued: true, same: "choice", required: true },
    { key: "kind", valued: true, same: "choice" },
    { key: "summary", same: "words", required: true },
    { key: "need", same: "words", required: true },
    { key: "needOf", same: "words", required: true },
    { key: "sponsor", same: "line" },
    { key: "tier", valued: true, same: "choice" },
    { key: "standards" },
    { key: "users" },
    { key: "annual" },
    { key: "currency", same: "line" },
  ],
  departments: [{ key: "key", required: true }, { key: "en", required: true }, { key: "zh" }],
  people: [
    { key: "name", required: true },
    { key: "email", required: true },
    { key: "roles", valued: true, same: "choice" },
    { key: "department", valued: true, same: "choice" },
  ],
};

/** What a word stands for where the row it stands in is to be left out. */
export const leftOut = "-";
