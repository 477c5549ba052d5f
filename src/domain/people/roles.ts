/** design.md §3: public readers hold no role. */
export const roles = ["planner", "evaluator", "approver", "auditor", "administrator"] as const;
export type Role = (typeof roles)[number];

/**
 * In which capacity an entry is made: a role, as a member of the expert committee, who need hold none, or by the system.
 */
export type ActingRole = Role | "member" | "system";

/** An administrator holds none of these and cannot take one on. */
export const decidingRoles: readonly Role[] = ["planner", "evaluator", "approver"];
