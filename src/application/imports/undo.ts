import { setImmediate } from "node:timers/promises";
import type { ImportPlan, ImportRow, RowOutcome } from "../../authority/imports.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import type { Reason } from "../../domain/words/decision.ts";
import { when } from "../../domain/words/reasons.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import { handle } from "../handle.ts";
import { onTechnology } from "../on-technology.ts";
import type { Actor } from "../outcome.ts";
import type { Services } from "../services.ts";
import { commandOf, rowsOf, rowSteps, undoSteps } from "./plan-rows.ts";
import { putBack } from "./put-back.ts";
import { resultOf } from "./rows.ts";

/**
 * Withdraws everything that an import proposed and puts back what it changed, while nobody has touched any of it since:
 * else nothing is taken back, and who was touched is named. An undo that broke off is gone on with by asking again.
 */
export const undoImport = (
  services: Services,
  actor: Actor,
  plan: ImportPlan,
  reason: string,
): Promise<readonly Reason[]> =>
  oneAtATime(["imports"], async () => {
    const written = await writtenBy(services, plan);
    const touched = plan.kind === "technologies" ? await touchedOf(services, plan, written) : [];
    const reasons = [
      ...when(plan.kind !== "technologies", "ImportNoUndo"),
      ...when(plan.endedAt === null, "ImportRunning"),
      ...when(written.length === 0 || plan.outcome === "undone", "ImportNothingToUndo"),
      ...when(touched.length > 0, "ImportTouched", undefined, {
        count: touched.length,
        names: touched.slice(0, 5).join(" · "),
      }),
      ...when(reason.trim() === "", "TextMissing", "reason"),
    ];
    if (reasons.length > 0) return reasons;
    const refused = await takeBackAll(services, actor, plan, written, reason);
    if (refused.length === 0) await services.imports.end(plan.id, "undone");
    return refused;
  });

async function takeBackAll(
  services: Services,
  actor: Actor,
  plan: ImportPlan,
  written: readonly ImportRow[],
  reason: string,
): Promise<readonly Reason[]> {
  for (const row of written) {
    const result =
      row.does === "create"
        ? await withdrawn(services, actor, plan, row, reason)
        : await putBack(services, actor, plan, row);
    if (result.is === "refused") return result.reasons;
    await services.imports.settle(plan.id, row.row, { is: "undone" }, row.subject);
    await setImmediate();
  }
  return [];
}

async function withdrawn(
  services: Services,
  actor: Actor,
  plan: ImportPlan,
  { row, subject }: ImportRow,
  text: string,
): Promise<RowOutcome> {
  const task = onTechnology(subject ?? "", { type: "WithdrawProposal", reason: { text } });
  return resultOf(await handle(services, { actor, role: "planner", commandId: commandOf(plan, row, "undo") }, task));
}

/** What it made or changed and what is not taken back yet. */
async function writtenBy(services: Services, { id }: ImportPlan): Promise<readonly ImportRow[]> {
  const written: ImportRow[] = [];
  for await (const row of rowsOf(services, id))
    if (row.outcome?.is === "done" && row.subject !== null) written.push(row);
  return written;
}

/** Names of those on which anything was entered since by anything but this import and its undoing. */
async function touchedOf(
  { ledger }: Services,
  plan: ImportPlan,
  written: readonly ImportRow[],
): Promise<readonly string[]> {
  const touched: string[] = [];
  for (const { row, subject, name } of written) {
    const own = new Set([...rowSteps, ...undoSteps].map((step) => commandOf(plan, row, step)));
    const entries = await ledger.readStream(technologies.nameOf(subject ?? ""));
    const first = entries.findIndex(({ command }) => own.has(command));
    if (first >= 0 && entries.slice(first).some(({ command }) => !own.has(command))) touched.push(name);
    await setImmediate();
  }
  return touched;
}
