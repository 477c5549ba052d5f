import type { Chapter } from "../manifest/chapter.ts";
import type { ImportsCommand, ImportsEvent } from "../state/imports.ts";
import { importPayloads } from "./payloads.ts";
import { recordImport } from "./record-import.ts";

/** What a file from elsewhere says of a technology: asserted, without evidence, and of no weight at any gate. */
export const imports = {
  acts: {
    // Of the rows of a plan that are carried out: no page offers it for one technology.
    RecordImport: { roles: ["planner"], stages: ["proposed"], offered: () => false, decide: recordImport },
  },
  facts: {
    TechnologyImported: {
      schema: 1,
      payload: importPayloads.TechnologyImported,
      enteredBy: ["Propose", "RecordImport"],
      naming: ({ label }) => label,
      apply: (t, imported, { actor: by, time: at, position }) => ({
        ...t,
        imported: { ...imported, by, at, position },
      }),
    },
  },
  texts: { forEverybody: (t) => [t.imported?.label ?? null] },
} satisfies Chapter<ImportsCommand, ImportsEvent>;
