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
  /** Null for somebody from elsewhere. */
  readonly department: string | null;
}

const member = (
  login: string,
  en: string,
  zh: string,
  department: string | null,
  ...roles: readonly Role[]
): Member => ({
  login,
  name: { en, zh },
  roles,
  department,
});

/** Invented people: enough in each role for every quorum, waiver and recusal. */
export const cast: readonly Member[] = [
  member("administrator", "Wen Kedu", "温可渡", "services", "administrator"),
  member("planner", "Lu Anhe", "陆安禾", "housing", "planner"),
  member("planner2", "Qi Wenshu", "戚问书", "transport", "planner"),
  member("planner3", "Jiang Mugu", "姜沐谷", "health", "planner"),
  member("planner4", "Tao Xibin", "陶溪滨", "water", "planner"),
  member("planner5", "Nie Qingyao", "聂青窑", "services", "planner"),
  member("planner6", "Fu Suanchou", "傅算筹", "finance", "planner"),
  member("sponsor", "Qiu Wangchuan", "裘望川", "housing", "planner"),
  member("sponsor2", "Zhuo Wendi", "卓闻笛", "transport", "planner"),
  member("evaluator", "Shen Shiyan", "沈拾砚", "services", "evaluator"),
  member("evaluator2", "Mo Tinglan", "莫听澜", "resources", "evaluator"),
  member("evaluator3", "Chu Weichi", "褚未迟", "education", "evaluator"),
  member("evaluator4", "Ke Banxia", "柯半夏", "culture", "evaluator"),
  member("approver", "Huo Yuanzhou", "霍远舟", "services", "approver"),
  member("approver2", "Zhong Yanbei", "钟砚北", "finance", "approver"),
  member("approver3", "Cen Dingshan", "岑定山", "justice", "approver"),
  member("approver4", "Pu Guifan", "蒲归帆", "water", "approver"),
  member("approver5", "Miao Xubai", "苗序白", "ecology", "approver"),
  member("deputy", "Yuchi Pu", "尉迟朴", "justice", "approver"),
  // Of the expert committee, from elsewhere: they hold no role.
  member("expert", "Ruan Zhiyuan", "阮知远", null),
  member("expert2", "Bai Xunlu", "白寻鹿", null),
  member("expert3", "Gong Yushu", "宫语舒", null),
  member("expert4", "Ye Daoheng", "叶道衡", null),
  member("auditor", "Min Zhaoye", "闵照野", "finance", "auditor"),
];
