import type { ImpactQuestion } from "./impact-question.ts";

/** The house's ten questions; the two on decisions are asked only where it takes part in decisions about people. */
export const impactQuestions: readonly ImpactQuestion[] = [
  {
    key: "people",
    title: { en: "How many people does it touch in a year?", zh: "一年内涉及多少人？" },
    hint: {
      en: "People served, people decided about, and staff who work with it, at full rollout.",
      zh: "按全面推广后计算，包括服务对象、被作出决定的人，以及使用它的工作人员。",
    },
    choices: [
      { key: "few", title: { en: "Fewer than 1,000", zh: "不到 1000 人" }, points: 0 },
      { key: "some", title: { en: "1,000 to 9,999", zh: "1000 至 9999 人" }, points: 1 },
      { key: "many", title: { en: "10,000 to 99,999", zh: "1 万至 10 万人以下" }, points: 2 },
      { key: "most", title: { en: "100,000 or more", zh: "10 万人及以上" }, points: 3 },
    ],
  },
  {
    key: "scale",
    title: { en: "Where will it be used at full rollout?", zh: "全面推广后用在多大范围？" },
    choices: [
      { key: "office", title: { en: "In one office", zh: "一个科室或一处窗口" }, points: 0 },
      { key: "department", title: { en: "In one department or district", zh: "一个部门或一个区县" }, points: 1 },
      { key: "city", title: { en: "In several departments or the whole city", zh: "多个部门或全市" }, points: 2 },
    ],
  },
  {
    key: "rights",
    title: { en: "What depends on it for the people concerned?", zh: "当事人的哪些权益取决于它？" },
    choices: [
      { key: "nothing", title: { en: "Information or convenience only", zh: "只是获取信息或图个方便" }, points: 0 },
      { key: "service", title: { en: "How fast or how well they are served", zh: "办事的快慢和好坏" }, points: 1 },
      { key: "benefits", title: { en: "Money, permits, benefits or places", zh: "钱款、许可、待遇或名额" }, points: 3 },
      {
        key: "liberty",
        title: { en: "Freedom, livelihood, health or safety", zh: "人身自由、生计、健康或安全" },
        points: 5,
        atLeast: "III",
      },
    ],
  },
  {
    key: "automation",
    title: { en: "Who decides in a person’s case?", zh: "具体到某个人的事，由谁决定？" },
    choices: [
      { key: "none", title: { en: "It takes no part in such decisions", zh: "它不参与这类决定" }, points: 0 },
      { key: "informs", title: { en: "Staff decide; it informs them", zh: "工作人员决定，它提供信息" }, points: 1 },
      { key: "proposes", title: { en: "It proposes; staff confirm", zh: "它提出建议，工作人员确认" }, points: 2 },
      { key: "decides", title: { en: "It decides by itself", zh: "它自行决定" }, points: 4 },
    ],
  },
  {
    key: "review",
    title: { en: "Can the person have a human decide anew?", zh: "当事人能否要求由人重新决定？" },
    when: { question: "automation", is: ["proposes", "decides"] },
    choices: [
      { key: "before", title: { en: "Yes, before it takes effect", zh: "能，在生效之前" }, points: 0 },
      { key: "after", title: { en: "Yes, afterwards", zh: "能，在生效之后" }, points: 1 },
      { key: "no", title: { en: "No", zh: "不能" }, points: 3 },
    ],
  },
  {
    key: "reasons",
    title: { en: "Can it be said how it comes to its result?", zh: "它怎样得出结果，能否说清？" },
    when: { question: "automation", is: ["informs", "proposes", "decides"] },
    choices: [
      {
        key: "rules",
        title: { en: "Yes: fixed rules that anyone can follow", zh: "能：固定规则，谁都看得懂" },
        points: 0,
      },
      { key: "each", title: { en: "Yes, with its reasons in each case", zh: "能：每一次都说得出理由" }, points: 1 },
      { key: "general", title: { en: "In general, not in each case", zh: "只能说个大概，说不清每一次" }, points: 2 },
      { key: "no", title: { en: "No", zh: "不能" }, points: 3 },
    ],
  },
  {
    key: "reversal",
    title: { en: "If it is wrong, can that be put right?", zh: "出了错，能否纠正？" },
    choices: [
      { key: "once", title: { en: "At once; nothing remains", zh: "马上能纠正，不留影响" }, points: 0 },
      { key: "days", title: { en: "Within days, without lasting loss", zh: "几天内能纠正，没有长期损失" }, points: 1 },
      { key: "effort", title: { en: "With much effort or some loss", zh: "要费很大力气，或有一定损失" }, points: 2 },
      { key: "never", title: { en: "Not at all, or after years", zh: "无法纠正，或要好几年" }, points: 4 },
    ],
  },
  {
    key: "data",
    title: { en: "What data does it use?", zh: "它使用什么数据？" },
    hint: {
      en: "The gravest that applies. Sensitive are, for example, health, faces, whereabouts, bank accounts and anything of children under 14.",
      zh: "按最重的一项选。敏感个人信息如医疗健康、人脸、行踪、金融账户，以及不满十四周岁儿童的任何信息。",
    },
    choices: [
      { key: "none", title: { en: "None about persons", zh: "不涉及个人" }, points: 0 },
      { key: "personal", title: { en: "Personal information", zh: "个人信息" }, points: 1 },
      {
        key: "sensitive",
        title: { en: "Sensitive personal information, or data graded important", zh: "敏感个人信息或重要数据" },
        points: 3,
      },
      { key: "core", title: { en: "Data graded core", zh: "核心数据" }, points: 4, atLeast: "III" },
    ],
  },
  {
    key: "groups",
    title: {
      en: "Does it touch people who find it harder to object or to cope?",
      zh: "是否涉及不便提出异议或较难应对的人？",
    },
    hint: {
      en: "Children, older people, people with disabilities, sick people, people in need, people who speak another language.",
      zh: "如儿童、老年人、残疾人、病人、生活困难的人、语言不通的人。",
    },
    choices: [
      { key: "no", title: { en: "No", zh: "否" }, points: 0 },
      { key: "among", title: { en: "They are among those it serves", zh: "服务对象中有这些人" }, points: 1 },
      { key: "mainly", title: { en: "It is mainly about them", zh: "主要针对这些人" }, points: 3 },
    ],
  },
  {
    key: "outage",
    title: { en: "What happens if it stops for a day?", zh: "停用一天会怎样？" },
    choices: [
      { key: "nothing", title: { en: "Nothing: there is another way", zh: "没有影响：另有办法" }, points: 0 },
      { key: "slower", title: { en: "The service is slower", zh: "办事变慢" }, points: 1 },
      { key: "stops", title: { en: "The service stops", zh: "业务停办" }, points: 2 },
      { key: "harm", title: { en: "People come to harm", zh: "有人会受到伤害" }, points: 4, atLeast: "III" },
    ],
  },
];
