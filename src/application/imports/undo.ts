import { setImmediate } from "node:timers/promises";
import type { ImportPlan, ImportRow } from "../../authority/imports.ts";
import type { Reason } from "../../domain/words/decision.ts";
import { when } from "../../domain/words/reasons.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import { handle } from "../handle.ts";
import { onTechnology } from "../on-technology.ts";
import type { Actor } from "../outcome.ts";
import type { Services } from "../services.ts";
import { commandOf, rowsOf } from "./plan-rows.ts";

/**
 * Withdraws everything that an import proposed, while nobody else has touched any of it: else nothing is withdrawn, and
 * who was touched is named. What it only updated stays as it is.
 */
export const undoImport = (
  services: Services,
  actor: Actor,
  plan: ImportPlan,
  reason: string,
): Promise<readonly Reason[]> =>
  oneAtATime(["imports"], async () => {
    const made = await madeBy(services, plan);
    const touched = await touchedOf(services, plan, made);
    const reasons = [
      ...when(plan.kind !== "technologies", "ImportNoUndo"),
      ...when(plan.endedAt === null, "ImportRunning"),
      ...when(made.length === 0 || plan.outcome === "undone", "ImportNothingToUndo"),
      ...when(touched.length > 0, "ImportTouched", undefined, {
        count: touched.length,
        names: touched.slice(0, 5).join(" · "),
      }),
      ...when(reason.trim() === "", "TextMissing", "reason"),
    ];
    if (reasons.length > 0) return reasons;
    const refused = await withdrawAll(services, actor, plan, made, reason);
    if (refused.length === 0) await services.imports.end(plan.id, "undone");
    return refused;
  });

async function withdrawAll(
  services: Services,
  actor: Actor,
  plan: ImportPlan,
  made: readonly ImportRow[],
  text: string,
) {
  for (const { row, subject } of made) {
    const commandId = commandOf(plan, row, "undo");
    const task = onTechnology(subject ?? "", { type: "WithdrawProposal", reason: { text } });
    const outcome = await handle(services, { actor, role: "planner", commandId }, task);
    if (outcome.kind === "rejected") return outcome.reasons;
    await services.imports.settle(plan.id, row, { is: "undone" }, subject);
    await setImmediate();
  }
  return [];
}

async function madeBy(services: Services, { id }: ImportPlan): Promise<readonly ImportRow[]> {
  const made: ImportRow[] = [];
  for await (const row of rowsOf(services, id, "create")) if (row.outcome?.is === "done") made.push(row);
  return made;
}

/** Names of those on which anything stands beside what the import entered. */
async function touchedOf(
  { views }: Services,
  { id }: ImportPlan,
  made: readonly ImportRow[],
): Promise<readonly string[]> {
  const touched: string[] = [];
  for (const { subject, name } of made) {
    const technology = await views.technologyState(subject ?? "");
    const own = technology?.entries.every(({ type }) => type === "TechnologyProposed" || type === "TechnologyImported");
    const isUntouched = own === true && technology?.imported?.import === id && technology.stage === "proposed";
    if (!isUntouched) touched.push(name);
    await setImmediate();
  }
  return touched;
}
