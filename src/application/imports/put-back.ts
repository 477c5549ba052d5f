import type { ImportPlan, ImportRow, RowOutcome } from "../../authority/imports.ts";
import { foldEntries } from "../../domain/stream.ts";
import type { ImportedRow } from "../../domain/technology/state/imports.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import { canonicalJson } from "../../domain/words/canonical.ts";
import type { Json } from "../../domain/words/json.ts";
import { handle } from "../handle.ts";
import { onTechnology } from "../on-technology.ts";
import type { Actor, Submission } from "../outcome.ts";
import type { Raw } from "../raw-command.ts";
import { eraser } from "../reader.ts";
import type { Services } from "../services.ts";
import { technologyTask } from "../technology-task.ts";
import { texts } from "../texts.ts";
import { commandOf, rowSteps } from "./plan-rows.ts";
import type { RowStep } from "./plan-rows.ts";
import { inWords } from "./proposal-words.ts";
import { resultOf } from "./rows.ts";

/**
 * A proposal that an import changed says again what it said before, by entries of its own: nothing leaves the ledger. Both
 * states are those of the import's own entries, so that after a stop the same commands are given again.
 */
export async function putBack(
  services: Services,
  actor: Actor,
  plan: ImportPlan,
  { row, subject }: ImportRow,
): Promise<RowOutcome> {
  const id = subject ?? "";
  const { before, after } = await aroundOf(services, plan, row, id);
  if (before === null || after === null) return { is: "done" };
  const by = (step: RowStep): Submission => ({ actor, role: "planner", commandId: commandOf(plan, row, step) });
  if (canonicalJson(before.proposal as unknown as Json) !== canonicalJson(after.proposal as unknown as Json)) {
    const proposal = await inWords(services, before.proposal);
    const result = resultOf(
      await handle(services, by("unrevise"), onTechnology(id, { type: "ReviseProposal", proposal })),
    );
    if (result.is === "refused") return result;
  }
  const imported = await saidBefore(services, before, plan, row);
  return resultOf(await handle(services, by("unrecord"), technologyTask(id, { type: "RecordImport", imported })));
}

interface Around {
  readonly before: Technology | null;
  readonly after: Technology | null;
}

async function aroundOf({ ledger }: Services, plan: ImportPlan, row: number, id: string): Promise<Around> {
  const entries = await ledger.readStream(technologies.nameOf(id));
  const own = new Set(rowSteps.map((step) => commandOf(plan, row, step)));
  const [first, last] = [
    entries.findIndex(({ command }) => own.has(command)),
    entries.findLastIndex(({ command }) => own.has(command)),
  ];
  if (first < 0) return { before: null, after: null };
  const upTo = (count: number): Technology | null => foldEntries(technologies, entries.slice(0, count));
  return { before: upTo(first), after: upTo(last + 1) };
}

/** What an earlier file said of its stage, or that no file says anything. */
async function saidBefore(
  services: Services,
  { imported }: Technology,
  { id, digest }: ImportPlan,
  row: number,
): Promise<Raw<ImportedRow>> {
  const label = imported?.label ?? null;
  const words = (await texts(services, eraser, [label])).get(label ?? "");
  return {
    import: id,
    plan: digest,
    row,
    stage: imported?.stage ?? null,
    label: words?.kind === "text" ? { text: words.text } : null,
    takenBack: true,
  };
}
