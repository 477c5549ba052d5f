import { assertedStages } from "../technology/state/imports.ts";
import { textKey } from "../words/plain-text.ts";
import type { TechnologyKind } from "../technology/state/kind.ts";
import { tiers } from "../words/tier.ts";
import { roles } from "../people/roles.ts";
import { importFields, leftOut } from "./fields.ts";
import type { ImportKind } from "./fields.ts";

/**
 * Which heading a field may stand under, to be looked at and changed: each heading serves one field.
 *
 * @returns headings by field, "" where none fits
 */
export function guessedColumns(kind: ImportKind, headings: readonly string[]): Readonly<Record<string, string>> {
  const taken = new Set<string>();
  return Object.fromEntries(
    importFields[kind].map(({ key }) => {
      const heading = headingFor(headings, wordings[kind][key] ?? [], taken);
      taken.add(heading);
      return [key, heading];
    }),
  );
}

function headingFor(headings: readonly string[], names: readonly RegExp[], taken: ReadonlySet<string>): string {
  for (const name of names) {
    const heading = headings.find((candidate) => !taken.has(candidate) && name.test(textKey(candidate)));
    if (heading !== undefined) return heading;
  }
  return "";
}

/**
 * What a word of a column may stand for, to be looked at and changed; "" where nothing fits.
 *
 * @param departments names and keys of the departments here, by which a word is one
 */
export function guessedValue(field: string, word: string, departments: ReadonlyMap<string, string>): string {
  const key = textKey(word);
  switch (field) {
    case "stage":
      return stageWords.find(([pattern]) => pattern.test(key))?.[1] ?? "";
    case "department":
      return departments.get(key) ?? "";
    case "tier":
      return tiers.find((tier) => tier.toLowerCase() === key.replace(/^(?:tier|level|等级|影响等级)\s*/, "")) ?? "";
    case "kind":
      return kindWords.find(([pattern]) => pattern.test(key))?.[1] ?? "";
    case "roles":
      return roles.find((role) => role === key || (roleWords[role] ?? []).includes(key)) ?? "";
    default:
      return "";
  }
}

/** All that a stage's word may be mapped to. */
export const stageChoices = ["proposed", ...assertedStages, leftOut] as const;

type Wordings = Readonly<Record<string, readonly RegExp[]>>;

const wordings: Readonly<Record<ImportKind, Wordings>> = {
  technologies: {
    name: [
      /^(?:use case name|tool[_ ]name|name|title|label|technology|system name|名称|技术名称|项目名称|系统名称)$/,
      /^(?:application|system|project|tool|product|solution|技术|项目|系统|应用)$/,
      /^(?!.*(?:owner|contact|department|agency|unit|负责|联系|部门|单位)).*(?:name|名称)$/,
    ],
    id: [/^(?:id|key|identifier|use case id|编号|标识)$/],
    qualifier: [/^(?:bureau|office|处室)$/],
    stage: [/^(?:stage|ring|status|phase|stage of development|阶段|状态|环)$/, /^(?:stage|status)|(?:阶段|状态)$/],
    department: [
      /^(?:department|agency abbreviation|agency|publishing[_ ]body|quadrant|organi[sz]ation|部门|单位)$/,
      /^(?:ministry|directorate|division|unit|business unit)$|department$|(?:部门|单位)$/,
    ],
    kind: [/^(?:kind|category|type|kind of technology|类别|种类|类型|技术类别)$/],
    summary: [
      /^(?:what it does|summary|description|abstract|摘要|简介|说明)$/,
      /purpose|description$|(?:简介|描述|说明|内容)$/,
    ],
    need: [/^(?:need|problem|purpose|需求|目的|问题)$/],
    needOf: [/^(?:need of|users?|who has the need|target group|使用者|需求方)$/],
    sponsor: [/^(?:sponsor|owner|contact|e-?mail|负责人|发起人)$/],
    tier: [/^(?:tier|impact tier|impact level|影响等级|等级)$/],
    standards: [/^(?:standards?|标准)$/],
    users: [/^(?:number of users|users per day|用户数|使用人数)$/],
    annual: [/^(?:cost of a year|annual cost|yearly cost|cost per year|年度费用|年费用)$/],
    currency: [/^(?:currency|币种)$/],
  },
  departments: {
    key: [/^(?:key|agency abbreviation|abbreviation|code|代码|简称)$/],
    en: [/^(?:en|english|name \(en\)|name|department|agency|英文名称|英文名)$/],
    zh: [/^(?:zh|chinese|name \(zh\)|中文名称|中文名|名称|部门)$/],
  },
  people: {
    name: [/^(?:name|full name|person|姓名)$/],
    email: [/^(?:e-?mail|e-?mail address|mail|邮箱|电子邮件|电子邮箱)$/],
    roles: [/^(?:roles?|角色)$/],
    department: [/^(?:department|agency|unit|部门|单位)$/],
  },
};

const kindWords: readonly (readonly [RegExp, TechnologyKind])[] = [
  [/^(?:(?:digital |online |public )?services?|(?:在线|公共)?服务)$/, "service"],
  [/^(?:(?:information )?systems?|applications?|software|tools?|(?:信息|业务)?系统|应用|软件|工具)$/, "system"],
  [/^(?:data|data (?:platform|management)|数据|数据平台)$/, "data"],
  [/^(?:algorithms?|ai|artificial intelligence|machine learning|ml|算法|人工智能)$/, "algorithm"],
  [/^(?:devices?|sensors?|iot|hardware|设备|传感器|物联网)$/, "device"],
  [/^(?:infrastructure|platforms?|networks?|cloud|基础设施|平台|网络|云)$/, "infrastructure"],
  [/^(?:security|cybersecurity|安全|网络安全)$/, "security"],
];

const stageWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:retired?|decommissioned|discontinued|已退役|退役|停用)$/, "retired"],
  [/^(?:hold|out|avoid|暂缓|不采用)$/, leftOut],
  [
    /^(?:adopt(?:ed)?|operation and maintenance|in production|in mission|in use|live|采用|在用|已采用|已上线)$/,
    "adopted",
  ],
  [/^(?:implementation and assessment|roll(?:ing)?[- ]?out|implementation|推广中|推广|实施)$/, "rolling-out"],
  [/^(?:evaluat(?:e|ing|ion)|评估|评估中)$/, "evaluating"],
  [/^(?:trial|pilot(?:ing)?|acquisition and\/or development|development|试点|试点中|试用|开发)$/, "piloting"],
  [/^(?:assess|initiated|planned|ideation|idea|proposed|评定|立项|计划|提议|建议)$/, "proposed"],
];

const roleWords: Readonly<Record<string, readonly string[]>> = {
  planner: ["规划人", "规划人员"],
  evaluator: ["评估人", "评估人员"],
  approver: ["审批人", "审批人员"],
  auditor: ["审计人", "审计人员"],
  administrator: ["管理员"],
};
