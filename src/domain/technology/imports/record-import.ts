import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Facts } from "../state/facts.ts";
import { assertedStages } from "../state/imports.ts";
import type { ImportedRow } from "../state/imports.ts";
import { mayAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/**
 * A later file says something of a proposal that is here already. What it says of the stage stands beside the proposal and
 * is read by no condition: every gate has still to be passed.
 */
export const recordImport = (
  t: Technology,
  { imported }: CommandOf<"RecordImport">,
  f: Facts,
): Decision<TechnologyEvent> =>
  unless(
    [
      ...when(imported.stage !== null && !assertedStages.includes(imported.stage), "AssertedStageUnknown", "stage"),
      ...mayAuthor(t, f.actor.id),
    ],
    () => [importedEvent(imported)],
  );

const importedEvent = (imported: ImportedRow): TechnologyEvent => ({
  type: "TechnologyImported",
  schema: 1,
  payload: imported,
});
