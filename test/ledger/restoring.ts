import { restore as restoreWhere } from "../../src/ledger/restore.ts";
import type { RestoreOptions, RestorePlan, Restored } from "../../src/ledger/restore.ts";

/** As somebody who agrees to whatever it is. */
export async function restore(source: string, dataDir: string, options: RestoreOptions): Promise<Restored> {
  const restored = await restoreWhere(source, dataDir, options, () => Promise.resolve(true));
  if (restored === null) throw new Error("Agreed to, and not done");
  return restored;
}

/** What would be done, as somebody is told who then declines. */
export async function planRestore(source: string, dataDir: string): Promise<RestorePlan> {
  const told: RestorePlan[] = [];
  const refused = await restoreWhere(source, dataDir, { now: new Date() }, (plan) => {
    told.push(plan);
    return Promise.resolve(false);
  });
  const [plan] = told;
  if (refused !== null || plan === undefined) throw new Error("Declined, and done or not told");
  return plan;
}
