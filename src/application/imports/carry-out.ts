import { setImmediate, setTimeout } from "node:timers/promises";
import type { ImportMode, ImportPlan } from "../../authority/imports.ts";
import type { Reason } from "../../domain/words/decision.ts";
import { when } from "../../domain/words/reasons.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import type { Actor } from "../outcome.ts";
import type { Services } from "../services.ts";
import { stillHolds } from "./make-plan.ts";
import { commandOf, rowsOf } from "./plan-rows.ts";
import type { RowStep } from "./plan-rows.ts";
import { carryOutRow } from "./rows.ts";

/** Plans that are being carried out in this process, and when they are. */
const running = new Map<string, Promise<void>>();

export const isRunning = (plan: string): boolean => running.has(plan);

export interface ToCarryOut {
  readonly actor: Actor;
  readonly plan: ImportPlan;
  /** The digest that the person was shown. */
  readonly digest: string;
  readonly mode: ImportMode;
}

/**
 * Begins to carry out exactly what was planned, or says why not. One import at a time, so that the second of two that were
 * planned beside each other is held against what the first one left.
 *
 * @returns the reasons against it; none: it has begun, or goes on after a stop of the server
 */
export const beginImport = (services: Services, asked: ToCarryOut): Promise<readonly Reason[]> =>
  oneAtATime(["imports"], async () => {
    const { plan, digest, mode } = asked;
    const { skip, left } = plan.tally;
    const known = [
      ...when(plan.digest !== digest, "ImportPlanOther"),
      ...when(plan.endedAt !== null, "ImportEnded"),
      ...when(running.size > 0 && !isRunning(plan.id), "ImportRunning"),
      ...when(mode === "all" && skip > left, "ImportNotAllGood", undefined, { count: skip - left }),
    ];
    if (known.length > 0 || isRunning(plan.id)) return known;
    if (plan.startedAt === null) {
      await services.views.catchUp();
      if (!(await stillHolds(services, asked.actor, plan))) return [{ code: "ImportPlanVoid" }];
      if (!(await services.imports.start(plan.id, digest, mode))) return [{ code: "ImportPlanOther" }];
    }
    const work = carryOut(services, asked.actor, { ...plan, mode: plan.mode ?? mode });
    running.set(plan.id, work);
    void work.finally(() => running.delete(plan.id));
    return [];
  });

/** Until it is done, for as long as somebody may wait. */
export async function waitFor(plan: string, longestMs: number): Promise<void> {
  const work = running.get(plan);
  if (work === undefined) return;
  const ended = new AbortController();
  await Promise.race([work, setTimeout(longestMs, null, { signal: ended.signal }).catch(() => null)]);
  ended.abort();
}

/** Row by row in the order of the file; a command that was given before a stop is answered as it was then. */
async function carryOut(services: Services, actor: Actor, plan: ImportPlan): Promise<void> {
  try {
    const whole = await everyRow(services, actor, plan);
    await services.imports.end(plan.id, whole ? "done" : "stopped");
  } catch (error) {
    // It stands as begun: its page says how far it came, and it can be gone on with.
    services.log.error({ err: error, import: plan.id }, "import broke off");
  }
}

async function everyRow(services: Services, actor: Actor, plan: ImportPlan): Promise<boolean> {
  for await (const { row, does, content, outcome } of rowsOf(services, plan.id)) {
    if (outcome !== null || content === null || (does !== "create" && does !== "update")) continue;
    const command = (step: RowStep): string => commandOf(plan, content.row, step);
    const { result, subject } = await carryOutRow(services, actor, { plan, row: content, command });
    await services.imports.settle(plan.id, row, result, subject);
    if (result.is === "refused" && plan.mode === "all") return false;
    await setImmediate();
  }
  return true;
}
