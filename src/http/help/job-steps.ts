import type { Job } from "../say/help-paragraphs.ts";

/** Where each of a job's first steps is taken or explained; the sentences stand under `help:job.<job>.step.<number>`. */
export const jobSteps: { readonly [J in Job]: readonly string[] } = {
  planner: ["/technologies/new", "/help/states", "/help/evidence-formats", "/help/conditions", "/work"],
  evaluator: ["/work", "/help#word-recused", "/help#word-blind", "/help#word-agreement", "/help#word-gate"],
  approver: [
    "/work",
    "/help/states#outcome-not-enough-evidence",
    "/help/conditions",
    "/help/states#option-approve-with-conditions",
    "/help#word-held",
  ],
  auditor: ["/ledger", "/help#word-checkpoint", "/ledger", "/technologies", "/policy"],
  administrator: ["/people", "/people/departments", "/policy", "/administration", "/standards"],
  member: [
    "/work",
    "/help#word-recused",
    "/help/states#outcome-not-enough-evidence",
    "/help/states#option-abstain",
    "/work",
  ],
};
