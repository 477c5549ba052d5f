import type { Role } from "../domain/people/roles.ts";

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export interface Department {
  readonly key: string;
  readonly name: Bilingual;
}

/** Departments of Jiangwan, an invented city. */
export const departments: readonly Department[] = [
  { key: "housing", name: { en: "Housing and Construction", zh: "住房和城乡建设局" } },
  { key: "transport", name: { en: "Transport", zh: "交通运输局" } },
  { key: "education", name: { en: "Education", zh: "教育局" } },
  { key: "health", name: { en: "Health", zh: "卫生健康委" } },
  { key: "services", name: { en: "Government Services", zh: "政务服务局" } },
  { key: "water", name: { en: "Water", zh: "水务局" } },
  { key: "urban", name: { en: "Urban Management", zh: "城市管理局" } },
  { key: "hotline", name: { en: "Hotline Centre", zh: "热线中心" } },
  { key: "resources", name: { en: "Natural Resources", zh: "自然资源局" } },
  { key: "social", name: { en: "Social Security", zh: "社会保障局" } },
  { key: "finance", name: { en: "Finance", zh: "财政局" } },
  { key: "culture", name: { en: "Culture", zh: "文化局" } },
  { key: "ecology", name: { en: "Ecology", zh: "生态环境局" } },
  { key: "justice", name: { en: "Justice", zh: "司法局" } },
];

export interface Member {
  /** Stands in the sign-in address: planner1@demo.invalid. */
  readonly login: string;
  readonly name: Bilingual;
  readonly roles: readonly Role[];
  readonly department: string;
}

const member = (login: string, en: string, zh: string, department: string, ...roles: readonly Role[]): Member => ({
  login,
  name: { en, zh },
  roles,
  department,
});

/** Invented people: enough in each role for every quorum, waiver and recusal. */
export const cast: readonly Member[] = [
  member("administrator", "Ada Administrator", "安管理", "services", "administrator"),
  member("planner", "Peng Planner", "彭规划", "housing", "planner"),
  member("planner2", "Petra Planner", "裴规划", "transport", "planner"),
  member("planner3", "Pablo Planner", "潘规划", "health", "planner"),
  member("sponsor", "Sun Sponsor", "孙主管", "housing", "planner"),
  member("sponsor2", "Sara Sponsor", "沙主管", "transport", "planner"),
  member("evaluator", "Evelyn Evaluator", "艾评估", "services", "evaluator"),
  member("evaluator2", "Emil Evaluator", "易评估", "resources", "evaluator"),
  member("evaluator3", "Eren Evaluator", "尹评估", "education", "evaluator"),
  member("evaluator4", "Elin Evaluator", "叶评估", "culture", "evaluator"),
  member("approver", "Anna Approver", "安审批", "services", "approver"),
  member("approver2", "Aron Approver", "敖审批", "finance", "approver"),
  member("approver3", "Amal Approver", "艾审批", "justice", "approver"),
  member("approver4", "Arne Approver", "奥审批", "water", "approver"),
  member("approver5", "Ayla Approver", "阿审批", "ecology", "approver"),
  member("deputy", "Dara Deputy", "戴代理", "justice", "approver"),
  member("auditor", "Otto Auditor", "欧审计", "finance", "auditor"),
];
