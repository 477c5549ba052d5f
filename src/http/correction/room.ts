import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { correctionPages, correctionSchema } from "./correction.ts";

/** Corrections of earlier entries. */
export const correctionRoom = {
  name: "correction",
  routes,
  kind: "corrections",
  events: {
    EntryCorrected: { tell: (_, { corrects }) => ({ values: { corrects } }) },
  },
  acts: {
    CorrectEntry: { at: "corrections/new" },
  },
} satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const access = requireRole("planner", "evaluator", "approver", "administrator");
  const correction = correctionPages(deps);
  get("/technologies/:slug/corrections/new", access, correction.show);
  post("/technologies/:slug/corrections", access, correctionSchema(deps.house), correction.submit, {
    form: "/technologies/:slug/corrections/new",
  });
}
