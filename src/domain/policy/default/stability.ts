import type { Criterion } from "../policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { anchorValue } from "./anchors.ts";
import { availabilityAsked, failedAsked } from "./by-tier.ts";

const availability: Indicator = {
  key: "availability",
  name: { en: "Availability in agreed hours", zh: "约定时段可用率" },
  measure: "availability",
  weight: 0.45,
  better: "higher",
  ...availabilityAsked.own,
  byTier: availabilityAsked.byTier,
};

const failedShare: Indicator = {
  key: "failed-share",
  name: { en: "Failed requests", zh: "失败请求占比" },
  measure: "failed-share",
  weight: 0.35,
  better: "lower",
  ...failedAsked.own,
  byTier: failedAsked.byTier,
};

const recoveryFromFailure: Indicator = {
  key: "recovery-from-failure",
  name: { en: "Recovery from failure", zh: "故障恢复" },
  measure: "rubric",
  weight: 0.2,
  better: "higher",
  floor: 2,
  target: 4,
  value: anchorValue,
  minimumSample: 2,
  rubric: {
    question: {
      en: "When a part fails, how does the service come back, and what do people lose?",
      zh: "某一部分发生故障时，服务如何恢复，办事人员和群众会损失什么？",
    },
    anchors: [
      {
        en: "A failure stops the service until the supplier steps in; entered data are lost.",
        zh: "一处故障即中断服务，须等供应商到场；已录入的数据丢失。",
      },
      {
        en: "Staff can restart it, but work in progress is lost and nobody is told.",
        zh: "工作人员可以重启，但正在办理的事项丢失，且无人知会。",
      },
      {
        en: "A written procedure restores it within the promised time; little work is repeated.",
        zh: "按书面流程可在承诺时间内恢复，需要重做的工作很少。",
      },
      {
        en: "The procedure was rehearsed in the pilot; work in progress survived and users were told.",
        zh: "试点中演练过恢复流程，在办事项得以保留，用户得到告知。",
      },
      {
        en: "Failures during the pilot healed by themselves; users noticed nothing and nothing was lost.",
        zh: "试点期间的故障均自行恢复，用户没有察觉，数据无一丢失。",
      },
    ],
  },
};

export const stability: Criterion = {
  key: "stability",
  name: { en: "Stability", zh: "系统稳定性" },
  weight: 0.35,
  floor: 60,
  indicators: [availability, failedShare, recoveryFromFailure],
};
