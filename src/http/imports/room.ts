import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { executionSchema, executionPages, renewalSchema, withdrawalSchema } from "./carrying-out.ts";
import { linkPages } from "./links.ts";
import { filePages, fileSchema, mostBytes } from "./file.ts";
import { mappingSchema } from "./mapping-schema.ts";
import { mappingPages } from "./mapping.ts";
import { planPages } from "./plan.ts";

/** Files from elsewhere: read, mapped, planned, looked at, carried out as planned, taken back. */
export const importsRoom = {
  name: "imports",
  routes,
  kind: "proposal",
  events: {
    TechnologyImported: {
      tell: ({ t }, { row, stage, takenBack }) => ({
        values: { row, stage: stage === null ? "" : t(`words:stage.${stage}`) },
        ...(stage === null && { variant: "TechnologyImported_plain" }),
        ...(takenBack && { variant: `TechnologyImported_back${stage === null ? "" : "To"}` }),
      }),
    },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post, upload } = all;
  const importing = requireRole("planner", "administrator");
  const files = filePages(deps);
  const mapping = mappingPages(deps);
  const execution = executionPages(deps);
  get("/imports", importing, files.list);
  get("/imports/new", importing, files.show);
  const rules = { field: "file", mostFiles: 1, mostBytes, required: true };
  upload("/imports", importing, fileSchema, rules, files.submit, { form: "/imports/new" });
  get("/imports/files/:file", importing, mapping.show);
  post("/imports/files/:file", importing, mappingSchema, mapping.submit);
  const plan = "/imports/:plan";
  get(plan, importing, planPages(deps).show);
  post(`${plan}/execution`, importing, executionSchema, execution.begin, { on: plan });
  post(`${plan}/links`, requireRole("administrator"), renewalSchema, linkPages(deps).make);
  post(`${plan}/renewal`, importing, renewalSchema, execution.renew);
  post(`${plan}/withdrawal`, importing, withdrawalSchema, execution.undo, { on: plan });
}
