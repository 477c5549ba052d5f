/** design.md §3: public readers hold no role. */
export const roles = ["planner", "evaluator", "approver", "auditor", "administrator"] as const;
export type Role = (typeof roles)[number];

/** An administrator holds none of these and cannot take one on. */
export const decidingRoles: readonly Role[] = ["planner", "evaluator", "approver"];
