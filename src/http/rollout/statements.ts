import type { Statement } from "../statement.ts";

/** The acts of a rollout that need nothing but their reason. */
export const holdStatement: Statement = {
  texts: "rollout:hold",
  roles: ["planner", "approver"],
  command: (text) => ({ type: "HoldRollout", text }),
  path: "rollout/hold",
  back: "rollout",
};

export const resumeStatement: Statement = {
  texts: "rollout:resume",
  roles: ["approver"],
  command: (text) => ({ type: "ResumeRollout", text }),
  path: "rollout/resumption",
  back: "rollout",
};

export const rollBackStatement: Statement = {
  texts: "rollout:rollback",
  roles: ["approver"],
  command: (text) => ({ type: "RollBack", text }),
  path: "rollout/rollback",
  back: "rollout",
};

export const retireStatement: Statement = {
  texts: "rollout:retire",
  roles: ["approver"],
  command: (reason) => ({ type: "Retire", reason }),
  path: "retirement",
  back: "",
};
