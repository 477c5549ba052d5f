import type { Statement } from "../statement.ts";

export const lessonsStatement: Statement = {
  texts: "technology:lessonsForm",
  roles: ["planner", "evaluator", "approver"],
  command: (text) => ({ type: "RecordLessons", text }),
  path: "lessons",
  back: "",
};
