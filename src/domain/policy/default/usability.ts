import type { Criterion } from "../policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { anchorValue } from "./anchors.ts";
import { susAsked, tasksAsked } from "./by-tier.ts";
import { accessibility, fairness, satisfaction, seq, umuxLite } from "./optional.ts";

const sus: Indicator = {
  key: "sus",
  name: { en: "SUS, all users", zh: "SUS，全部用户" },
  measure: "sus",
  weight: 0.35,
  better: "higher",
  ...susAsked.own,
  byTier: susAsked.byTier,
};

const taskSuccess: Indicator = {
  key: "task-success",
  name: { en: "Task success", zh: "任务完成率" },
  measure: "task-success",
  weight: 0.3,
  better: "higher",
  ...tasksAsked.own,
  byTier: tasksAsked.byTier,
};

const recoveryFromError: Indicator = {
  key: "recovery-from-error",
  name: { en: "Recovery from error", zh: "差错恢复" },
  measure: "rubric",
  weight: 0.2,
  better: "higher",
  floor: 2,
  target: 4,
  value: anchorValue,
  minimumSample: 2,
  rubric: {
    question: {
      en: "When people make a mistake, do they notice, and can they put it right by themselves?",
      zh: "出现差错时，使用者能否察觉，能否自行改正？",
    },
    anchors: [
      { en: "Errors take effect and nobody notices.", zh: "差错直接生效，无人察觉。" },
      {
        en: "People notice by chance; putting it right means starting again.",
        zh: "只是偶然察觉，改正须从头再来。",
      },
      {
        en: "Most errors are noticed; putting them right takes help or as long as the task itself.",
        zh: "多数差错能够察觉，但改正需要他人帮助，或与重办一次耗时相当。",
      },
      {
        en: "Errors are named where they stand; a fix takes under a minute and keeps what was entered.",
        zh: "差错在出错处指明，一分钟内可以改正，已填内容保留。",
      },
      {
        en: "Most errors cannot be made; the rest are put right at once, and none took effect in the pilot.",
        zh: "多数差错无从发生，其余当场改正，试点期间没有一处生效。",
      },
    ],
  },
};

const learning: Indicator = {
  key: "learning",
  name: { en: "Learning to use it", zh: "上手学习" },
  measure: "rubric",
  weight: 0.15,
  better: "higher",
  floor: 2,
  target: 4,
  value: anchorValue,
  minimumSample: 2,
  rubric: {
    question: {
      en: "How long until somebody new works with it unaided?",
      zh: "新使用者多久能够独立使用？",
    },
    anchors: [
      { en: "More than a week, or never.", zh: "一周以上，或始终不能。" },
      { en: "Up to a week, with a colleague beside them.", zh: "一周以内，须有同事在旁指导。" },
      { en: "One or two days, with the written guide.", zh: "借助书面指南，一至两天。" },
      { en: "Half a day, with the written guide.", zh: "借助书面指南，半天。" },
      { en: "At once; the guide is not needed.", zh: "当即可用，无须指南。" },
    ],
  },
};

export const usability: Criterion = {
  key: "usability",
  name: { en: "Usability", zh: "易用性" },
  weight: 0.3,
  floor: 60,
  indicators: [sus, taskSuccess, recoveryFromError, learning, umuxLite, seq, satisfaction, accessibility, fairness],
};
