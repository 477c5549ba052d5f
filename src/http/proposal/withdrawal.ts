import type { Statement } from "../statement.ts";

export const withdrawalStatement: Statement = {
  texts: "proposal:withdraw",
  roles: ["planner"],
  command: (reason) => ({ type: "WithdrawProposal", reason }),
  path: "proposal/withdrawal",
  back: "proposal",
};
