import { onCommittee } from "../../application/on-committee.ts";
import type { Organisation } from "../../domain/committee/seat.ts";
import type { Bilingual } from "../cast.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

interface Seat {
  /** Login of the cast. */
  readonly login: string;
  readonly field: Bilingual;
  /** Key of a department, or an organisation outside. */
  readonly from: string | Bilingual;
  /** Days of the term that are left. */
  readonly left: number;
}

const seats: readonly Seat[] = [
  {
    login: "expert",
    field: { en: "Network security", zh: "网络安全" },
    from: { en: "Jiangwan University", zh: "江湾大学" },
    left: 620,
  },
  {
    login: "expert2",
    field: { en: "Administrative law", zh: "行政法" },
    from: { en: "Law Society of Jiangwan", zh: "江湾法学会" },
    left: 620,
  },
  {
    login: "expert3",
    field: { en: "Language technology", zh: "语言处理" },
    from: { en: "Reed Lake Institute", zh: "芦湖研究院" },
    left: 410,
  },
  {
    login: "expert4",
    field: { en: "Access for people with disabilities", zh: "无障碍" },
    from: { en: "Federation of Disabled Persons", zh: "残疾人联合会" },
    left: 410,
  },
  { login: "planner2", field: { en: "Transport systems", zh: "交通系统" }, from: "transport", left: 300 },
  { login: "planner4", field: { en: "Data management", zh: "数据管理" }, from: "water", left: 300 },
  { login: "planner6", field: { en: "Public finance", zh: "公共财政" }, from: "finance", left: 300 },
  { login: "evaluator3", field: { en: "Statistics", zh: "统计" }, from: "education", left: 34 },
];

/** Members of the expert committee, from several fields; the term of one of them ends soon. */
export const appointments: readonly CityEvent[] = seats.map(({ login, field, from, left }, at) => ({
  daysAgo: 150 - at,
  enter: (desk, day) => {
    const organisation: Organisation =
      typeof from === "string"
        ? { kind: "department", department: from }
        : { kind: "outside", name: from[desk.language] };
    const term = { field: field[desk.language], organisation, from: day(150 - at), until: day(-left) };
    const command = { type: "AppointMember", member: desk.id(login), ...term } as const;
    return administer(desk, onCommittee(command), `appointing ${login}`);
  },
}));
