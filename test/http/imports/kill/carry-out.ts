import { beginImport, waitFor } from "../../../../src/application/imports/carry-out.ts";
import { openFolder } from "../../kill/prepare.ts";

/** Carries a plan out, or goes on with it, and says each row that is settled; its parent kills it in the middle. */
const [dataDir = "", person = "", id = ""] = process.argv.slice(2);
const services = await openFolder(dataDir);
const plan = await services.imports.find(person, id);
if (plan === null) throw new Error("There is no such plan");
const imports: typeof services.imports = {
  ...services.imports,
  async settle(of, row, outcome, subject) {
    await services.imports.settle(of, row, outcome, subject);
    process.stdout.write(`${row}.\n`);
  },
};
const actor = { id: person, roles: ["planner"] as const };
const against = await beginImport({ ...services, imports }, { actor, plan, digest: plan.digest, mode: "all" });
if (against.length > 0) throw new Error(JSON.stringify(against));
await waitFor(plan.id, 60_000);
