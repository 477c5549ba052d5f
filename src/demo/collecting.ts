import type { CollectionDeed } from "./deeds/collection-deed.ts";
import type { Step } from "./steps.ts";

const step = (daysAgo: number, does: CollectionDeed): Step => ({ day: daysAgo, by: null, does });

/** The technology whose questionnaire a visitor can fill in at once. */
export const toFillIn = "Air quality grid";

/** Questionnaires that people answer in the product, by English names of technologies: one runs, one has become evidence. */
export const collecting: { readonly [technology: string]: readonly Step[] } = {
  [toFillIn]: [
    step(2, {
      do: "open-collection",
      questionnaire: "sus",
      groups: ["staff", "older"],
      places: [
        ["Kiln Road school", "窑路小学"],
        ["Reed Lake park office", "芦湖公园管理处"],
      ],
      days: 60,
      codes: null,
      most: 200,
      introduction: [
        "The ecology bureau asks everybody who has looked at the map of the air since the sensors hang. It takes two minutes.",
        "传感器安装以来看过空气质量地图的人，生态局都想请教。约需两分钟。",
      ],
    }),
    step(1, { do: "answer-collection", people: 11, mean: 0.74, sd: 0.12 }),
  ],
  "Procurement document check": [
    step(24, {
      do: "open-collection",
      questionnaire: "satisfaction",
      groups: ["staff"],
      places: [],
      days: 14,
      codes: 40,
      most: null,
      introduction: [
        "The procurement office asks those who had a document checked. One question.",
        "采购办公室请经过文件检查的经办人作答，只有一个问题。",
      ],
    }),
    step(15, { do: "answer-collection", people: 27, mean: 0.71, sd: 0.18 }),
    step(9, {
      do: "close-collection",
      title: ["How content clerks are with the check", "经办人对检查的满意度"],
      why: null,
    }),
  ],
};
