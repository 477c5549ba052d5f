import type { StoryConsultation } from "../deeds/consultation-deed.ts";
import { makePoint, place, step } from "../deeds/consultations.ts";
import type { Step } from "../steps.ts";

const asks: StoryConsultation = {
  kind: "written",
  title: ["Who may see a line of the vaccination record", "接种记录的一行可以给谁看"],
  question: [
    "A parent could share one line of a child's record with a school. Should the school be able to keep it, and how long?",
    "家长可以把孩子接种记录中的一行分享给学校。学校能不能留存？留多久？",
  ],
  stillOpen: [
    "How long a shared line can be read, and what a school does for children without a record here.",
    "分享的记录能看多久，本地没有记录的孩子学校怎么办，都还没定。",
  ],
  settled: null,
  audience: [
    "Parents of school children, school doctors, and those who work in vaccination rooms.",
    "学生家长、校医和接种门诊的工作人员。",
  ],
  days: 31,
  respond: 60,
  channels: ["page", "letter", "phone"],
  how: [
    "Letters: Health, vaccination record, 3 Reed Lake Road. By phone on weekdays until six: 010 5550 0177.",
    "来信请寄芦湖路 3 号卫生健康委（注明“接种记录”）；工作日 18:00 前可拨 010 5550 0177。",
  ],
};

/** It runs, and was amended once: what is settled was not said at its opening. */
export const vaccinationConsultation: readonly Step[] = [
  step(8, { do: "open-consultation", asks }),
  step(6, {
    do: "contribute",
    contribution: "booklet",
    channel: "phone",
    text: [
      "Caller came from another province with two children. Their booklets are yellow and handwritten. What does she show the school?",
      "来电人带两个孩子从外省来，接种本是手写的老本子，该给学校看什么？",
    ],
  }),
  step(5, {
    do: "contribute",
    contribution: "form-teacher",
    channel: "page",
    text: [
      "I am a form teacher. I do not want this on my phone at all. Let the school doctor see it on the day of enrolment and nobody after.",
      "我是班主任，不希望手机里有这些。报名当天给校医看一次就够了，之后谁也别留。",
    ],
  }),
  step(3, {
    do: "amend-consultation",
    asks: {
      ...asks,
      settled: [
        "A school never sees more than the line that a parent chose. The whole record stays closed to it.",
        "学校只能看到家长选定的那一行，整份记录始终不对学校开放。",
      ],
    },
    why: [
      "Several people asked whether schools get the whole record. They do not, and that should have stood here from the first day.",
      "有人问学校会不会拿到整份记录。不会，这一点本该第一天就写明。",
    ],
  }),
  step(2, {
    do: "contribute",
    contribution: "grandfather",
    channel: "letter",
    lay: 1,
    text: [
      "I raise my grandson and have no smartphone. Can the vaccination room print the one line with a stamp?",
      "孙子由我带，我没有智能手机。接种门诊能不能把那一行打印盖章？",
    ],
  }),
  makePoint(1, ["Children whose record lies in another province", "记录在外省的孩子"]),
  place(1, "booklet", "p1"),
];
