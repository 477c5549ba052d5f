import type { Criterion } from "../policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { anchorValue } from "./anchors.ts";
import { headroomAsked, withinAsked } from "./by-tier.ts";

const withinShare: Indicator = {
  key: "within-share",
  name: { en: "Answered within the latency level", zh: "时限内响应占比" },
  measure: "within-share",
  weight: 0.35,
  better: "higher",
  ...withinAsked.own,
  byTier: withinAsked.byTier,
};

const headroom: Indicator = {
  key: "headroom",
  name: { en: "Headroom over demand", zh: "超出需求的余量" },
  measure: "headroom",
  weight: 0.3,
  better: "higher",
  ...headroomAsked.own,
  byTier: headroomAsked.byTier,
};

const volume: Indicator = {
  key: "volume",
  name: { en: "Processed volume against stated volume", zh: "实际处理量与需求量之比" },
  measure: "volume",
  weight: 0.2,
  better: "higher",
  floor: 1,
  target: 1.5,
  value: [
    [0.5, 0],
    [1, 60],
    [1.5, 90],
    [2, 100],
  ],
  minimumSample: 8,
};

const dataHandling: Indicator = {
  key: "data-handling",
  name: { en: "Data handling and interfaces", zh: "数据处理与接口" },
  measure: "rubric",
  weight: 0.15,
  better: "higher",
  floor: 2,
  target: 4,
  value: anchorValue,
  minimumSample: 2,
  rubric: {
    question: {
      en: "Does it take in and hand on data in open, documented forms, completely and without retyping?",
      zh: "能否以公开、有说明的格式完整地接收和交出数据，无须重复录入？",
    },
    anchors: [
      {
        en: "Data are retyped by hand; there is no way to get them out again.",
        zh: "数据靠人工重录，且无法导出，形成新的数据烟囱。",
      },
      {
        en: "Files are exchanged by hand; fields are undocumented and some are lost.",
        zh: "靠人工传递文件，字段没有说明，部分内容丢失。",
      },
      {
        en: "A documented interface covers the main records; the rest is exchanged as files.",
        zh: "主要数据有接口且有说明，其余以文件交换。",
      },
      {
        en: "All records pass through documented interfaces; wrong records are reported and put right.",
        zh: "全部数据经有说明的接口交换，出错的记录会被报告并更正。",
      },
      {
        en: "Open standards throughout; a second department used the interface in the pilot without help.",
        zh: "全程采用公开标准，试点期间另一部门未经协助即已接入使用。",
      },
    ],
  },
};

export const capacity: Criterion = {
  key: "capacity",
  name: { en: "Data capacity", zh: "数据处理能力" },
  weight: 0.35,
  floor: 60,
  indicators: [withinShare, headroom, volume, dataHandling],
};
