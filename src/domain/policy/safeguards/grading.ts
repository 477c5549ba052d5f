import { day, each, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** From the lowest to the highest: 一般, 重要, 核心. */
export const dataGrades = ["general", "important", "core"] as const;
export type DataGrade = (typeof dataGrades)[number];

/** What is harmed where data are leaked, changed, destroyed or misused. */
export const harmedObjects = ["nationalSecurity", "economy", "socialOrder", "publicInterest", "rights"] as const;
export type HarmedObject = (typeof harmedObjects)[number];

/** 一般, 严重, 特别严重. */
export const harmDegrees = ["general", "serious", "particularlySerious"] as const;
export type HarmDegree = (typeof harmDegrees)[number];

type GradingTable = { readonly [O in HarmedObject]: { readonly [D in HarmDegree]: DataGrade } };

/** The grade of data by what their misuse would harm and how badly. */
export interface GradingRules {
  readonly source: string;
  readonly date: Day;
  readonly table: GradingTable;
}

export const gradingShape: Shape<GradingRules> = object({
  source: text,
  date: day,
  table: each(harmedObjects, each(harmDegrees, oneOf(...dataGrades))),
});

const ofThePublic = { general: "general", serious: "important", particularlySerious: "core" } as const;

export const gradingDefault: GradingRules = {
  source: "GB/T 43697-2024 数据安全技术 数据分类分级规则",
  date: "2024-10-01",
  table: {
    nationalSecurity: { general: "important", serious: "core", particularlySerious: "core" },
    economy: ofThePublic,
    socialOrder: ofThePublic,
    publicInterest: ofThePublic,
    rights: { general: "general", serious: "general", particularlySerious: "general" },
  },
};
