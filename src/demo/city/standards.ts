import { onStandard } from "../../application/on-standard.ts";
import type { RuleSet } from "../../domain/standards/rule-set.ts";
import type { StandardKind } from "../../domain/standards/standard.ts";
import type { Bilingual } from "../cast.ts";
import type { Words } from "../words.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

interface Version {
  readonly version: string;
  readonly text: Words;
  readonly rules?: RuleSet;
  /** Days before the demonstration's day; absent: it stays a draft. */
  readonly inForce?: number;
  /** The last day of the version before, so many days after the demonstration's; negative: before it. */
  readonly beforeEnds?: number;
  /** Why that comes sooner than the policy asks. */
  readonly why?: Words;
}

interface Registered {
  readonly standard: string;
  readonly kind: StandardKind;
  readonly name: Bilingual;
  readonly department: string;
  /** Days before the demonstration's day on which it was entered. */
  readonly since: number;
  readonly versions: readonly Version[];
}

const callable: RuleSet = {
  describes: "openapi",
  rules: [
    { rule: "servers-https", severity: "error" },
    { rule: "problem-documents", severity: "error" },
    { rule: "operation-described", severity: "warning" },
    { rule: "info-field", severity: "warning", field: "contact" },
    { rule: "operation-id", severity: "warning", style: "camelCase" },
  ],
};

const register: readonly Registered[] = [
  {
    standard: "city-api",
    kind: "interface",
    name: { en: "Calls between offices", zh: "部门间调用接口" },
    department: "services",
    since: 430,
    versions: [
      {
        version: "1.0",
        text: [
          "One office asks another over the city's own network, with a key for each office and answers as plain records.",
          "部门之间经政务网调用，一部门一把密钥，以记录形式应答。",
        ],
        inForce: 425,
      },
      {
        version: "2.0",
        text: [
          "As before, with addresses that name their version and faults that say what went wrong, so that a caller can act on them.",
          "在原有基础上，地址写明版本，出错时说清原因，调用方可据此处理。",
        ],
        rules: callable,
        inForce: 160,
        beforeEnds: 26,
      },
    ],
  },
  {
    standard: "notices",
    kind: "interface",
    name: { en: "Notices of changes", zh: "变更通知接口" },
    department: "hotline",
    since: 320,
    versions: [
      {
        version: "1.1",
        text: [
          "Whoever changes a shared record tells those who hold a copy within the hour, without being asked.",
          "谁改了共享记录，一小时内主动通知持有副本的部门。",
        ],
        inForce: 310,
      },
    ],
  },
  {
    standard: "addresses",
    kind: "data",
    name: { en: "Addresses of the city", zh: "城市地址数据" },
    department: "resources",
    since: 470,
    versions: [
      {
        version: "2023",
        text: [
          "Street, number and lane in one line, as the land register prints them.",
          "路名、门牌、弄号写在一行，与登记簿打印一致。",
        ],
        inForce: 465,
      },
      {
        version: "2025",
        text: [
          "Street, number, lane and floor each in a field of its own, with a mark that never changes when a street is renamed.",
          "路名、门牌、弄号、楼层分列，另有一个改名也不变的标识。",
        ],
        inForce: 400,
        beforeEnds: -200,
      },
    ],
  },
  {
    standard: "case-records",
    kind: "data",
    name: { en: "Case records", zh: "办件记录" },
    department: "services",
    since: 360,
    versions: [
      {
        version: "1.2",
        text: [
          "What a case is, when it began, who has it and how it ended: the same seven fields in every department.",
          "办件是什么、何时开始、谁在办、怎样办结，各部门统一为七项。",
        ],
        inForce: 350,
      },
      {
        version: "1.3",
        text: [
          "Adds an eighth field for the language in which a resident wants the answer. Comments are asked for until spring.",
          "增加第八项，即居民希望用哪种语言答复。征求意见至开春。",
        ],
      },
    ],
  },
  {
    standard: "staff-sign-on",
    kind: "security",
    name: { en: "Staff sign-on", zh: "工作人员登录" },
    department: "services",
    since: 410,
    versions: [
      {
        version: "3",
        text: [
          "One account for all systems, a second proof at every new device, and no password that is older than a year.",
          "一个账号登录各系统，换设备须二次验证，密码一年必换。",
        ],
        inForce: 405,
      },
      {
        version: "4",
        text: [
          "Keys held in the hand take the place of codes sent to a telephone, for whoever sees personal records.",
          "凡能查看个人记录的，改用实体钥匙，不再用手机验证码。",
        ],
        inForce: -40,
        beforeEnds: 230,
      },
    ],
  },
  {
    standard: "access-logs",
    kind: "security",
    name: { en: "Logs of who read what", zh: "查阅日志" },
    department: "justice",
    since: 300,
    versions: [
      {
        version: "1.0",
        text: [
          "Each reading of a personal record is written down with person, time and reason, and kept for three years.",
          "每次查阅个人记录都记下何人、何时、何故，保存三年。",
        ],
        inForce: 290,
      },
    ],
  },
  {
    standard: "web-pages",
    kind: "accessibility",
    name: { en: "Pages that everybody can use", zh: "人人可用的网页" },
    department: "social",
    since: 390,
    versions: [
      {
        version: "2.2",
        text: [
          "Level AA of WCAG 2.2 for every page a resident meets, tried with a screen reader and by keyboard alone.",
          "居民会用到的网页达到 WCAG 2.2 AA 级，并用读屏软件和键盘试过。",
        ],
        inForce: 380,
      },
    ],
  },
  {
    standard: "building-blocks",
    kind: "architecture",
    name: { en: "Common building blocks", zh: "共用基础组件" },
    department: "finance",
    since: 340,
    versions: [
      {
        version: "1.0",
        text: [
          "Payment, signing, sending of letters and storage come from the city's own blocks; who builds another says why.",
          "支付、签章、寄信、存储用全市共用组件，另建须说明理由。",
        ],
        inForce: 330,
      },
    ],
  },
  {
    standard: "open-files",
    kind: "data",
    name: { en: "Files for everybody", zh: "公开文件格式" },
    department: "culture",
    since: 45,
    versions: [
      {
        version: "0.9",
        text: [
          "Tables for the public as plain text with a page that explains each column. Not yet agreed with the archives.",
          "对外公布的表格用纯文本，并附各列说明。尚未与档案馆商定。",
        ],
      },
    ],
  },
];

const add =
  ({ standard, kind, name, department }: Registered): CityEvent["enter"] =>
  (desk) => {
    const owner = { kind: "department", department } as const;
    return administer(desk, onStandard(standard, { type: "AddStandard", standard, kind, name, owner }), standard);
  };

const draft =
  ({ standard }: Registered, { version, text, rules }: Version): CityEvent["enter"] =>
  (desk) => {
    const command = { type: "DraftStandard", version, text: desk.say(text), link: null } as const;
    return administer(desk, onStandard(standard, { ...command, rules: rules ?? null }), `${standard} ${version}`);
  };

const publish =
  ({ standard }: Registered, { version, beforeEnds, why }: Version, inForce: number): CityEvent["enter"] =>
  (desk, day) => {
    const until = beforeEnds === undefined ? null : day(-beforeEnds);
    const reason = why === undefined ? null : desk.say(why);
    const command = { type: "PublishStandard", version, inForceOn: day(inForce), until, reason } as const;
    return administer(desk, onStandard(standard, command), `${standard} ${version}`);
  };

/** Each standard with its versions, on the days on which the city entered and published them. */
export const registerEvents: readonly CityEvent[] = register.flatMap((entry) => [
  { daysAgo: entry.since, enter: add(entry) },
  ...entry.versions.flatMap((version, at): readonly CityEvent[] => {
    const drafted = at === 0 ? entry.since : Math.max(8, (version.inForce ?? 25) + 8);
    return [
      { daysAgo: drafted, enter: draft(entry, version) },
      ...(version.inForce === undefined
        ? []
        : [{ daysAgo: drafted - 3, enter: publish(entry, version, version.inForce) }]),
    ];
  }),
]);
