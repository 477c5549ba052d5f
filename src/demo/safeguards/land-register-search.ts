import { accept, handIn } from "../deeds/safeguards.ts";
import { attach } from "../steps.ts";
import type { Step } from "../steps.ts";
import * as answers from "./answers.ts";

export const landRegisterSearch: readonly Step[] = [
  handIn(48, "personal-impact", {
    ...answers.triggers({
      sensitive: ["What somebody owns is among it.", "涉及个人财产状况。"],
      passedOn: ["Notaries are no part of the administration.", "公证处不属于行政机关。"],
    }),
    purpose: [
      "Notaries and courts find an owner in a minute, each time with a reason that the owner can ask for later.",
      "公证处和法院一分钟查到权属，每次写明事由，权利人事后可查。",
    ],
    effects: [
      "Curious officials could look up a neighbour; a list of who owns what is worth money to many.",
      "有人可能出于好奇查邻居；谁名下有什么，对不少人都值钱。",
    ],
    measures: [
      "No search by name without a case number, every tenth reason is checked against the file, and misuse ends the access.",
      "没有案号不能按姓名查；每十次抽查一次事由；滥用即停权。",
    ],
    madeOn: { daysAgo: 48 },
  }),
  accept(47, "approver2", "personal-impact", [
    "Checking every tenth reason will be noticed; that is worth more than a long rule.",
    "十查其一，人人都会知道，比长篇规定管用。",
  ]),
  attach(11, ["Parcel look-up described", "宗地查询接口说明"], {
    kind: "openapi",
    file: "parcel-look-up.json",
    describes: {
      title: "Parcel look-up (generated)",
      server: "https://parcels.jiangwan.invalid/v1",
      reads: [
        ["/parcels/{number}", "getParcel", "One parcel by its number"],
        ["/parcels/{number}/borders", "getBorders"],
        ["/owners/{reference}", "get_owner", "The owner behind a reference"],
        ["/reasons/{number}", "getReason"],
      ],
    },
  }),
  attach(11, ["Trial of the address fields", "地址字段试录记录"], {
    kind: "paper",
    file: "address-fields-trial.pdf",
    lines: ["400 extracts entered twice; 397 agree in all fields.", "Three hold a lane name in the floor field."],
  }),
  handIn(10, "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        name: { en: "Parcel look-up", zh: "宗地查询" },
        direction: "offers",
        kind: "service",
        data: { en: "parcel borders, owners", zh: "宗地界址，权利人" },
        audience: "own-staff",
        standard: "city-api@2.0",
        counterpart: { technology: "Permit reply assistant" },
        description: { piece: ["Parcel look-up described", "宗地查询接口说明"] },
      },
      {
        name: { en: "Parcel sheets", zh: "宗地图表" },
        direction: "offers",
        kind: "file",
        data: { en: "parcel borders", zh: "宗地界址" },
        audience: "businesses",
        outside: { en: "Notaries of the city", zh: "全市公证处" },
      },
    ],
  }),
  handIn(10, "conformance", {
    standard: "addresses@2025",
    evidence: { piece: ["Trial of the address fields", "地址字段试录记录"] },
    whole: "no",
    notMet: [
      "Lane names of Salt Market are still in the floor field; they are put right by hand in winter.",
      "盐市的弄名还填在楼层栏里，入冬后人工更正。",
    ],
    until: { daysAgo: -60 },
  }),
  accept(8, "evaluator", "interfaces", [
    "Two operations without a word on them are a nuisance, no danger. Put them into the next version.",
    "两个操作没有说明，不便但无害，下一版补上即可。",
  ]),
  accept(8, "evaluator", "conformance"),
];
