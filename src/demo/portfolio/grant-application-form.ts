import type { Scene } from "../scene.ts";
import * as does from "../steps.ts";

/** Proposed with cost and impact tier left open. */
export const grantApplicationForm: Scene = {
  name: { en: "Grant application form", zh: "补助申请表单" },
  summary: [
    "One form for forty-one grants, filled from the registers the applicant agrees to.",
    "一张表办四十一项补助，经本人同意自动带入登记数据。",
  ],
  need: [
    "Applicants give the same fact nine times, and a third of small grants is never claimed.",
    "申请人同一信息要填九次，三分之一的小额补助无人申领。",
  ],
  needOf: [
    "17,000 households a year, sports clubs, and the grant desks of eleven offices.",
    "每年一万七千户家庭、体育社团，以及十一个部门的补助窗口。",
  ],
  risks: null,
  department: "finance",
  planner: "planner3",
  sponsor: "sponsor2",
  tier: null,
  kind: "service",
  dataClass: "unstated",
  personal: "unstated",
  users: 17_000,
  demand: 4,
  recordsPerHour: 800,
  cost: null,
  ago: 2,
  course: [does.propose()],
};
