import type { Role } from "../../../src/domain/people/roles.ts";

/** Who of the demonstration's cast looks at what is for a role. */
export const emails: { readonly [R in Role]: string } = {
  planner: "planner@demo.invalid",
  evaluator: "evaluator@demo.invalid",
  approver: "approver@demo.invalid",
  auditor: "auditor@demo.invalid",
  administrator: "administrator@demo.invalid",
};
