import { makePoint, place, step } from "../deeds/consultations.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

const paper: Words = ["What a booking desk sees", "预约窗口能看到什么"];

/** In writing, answered in time: one point adopted, one in part, one not; an advertisement was hidden. */
export const hospitalConsultation: readonly Step[] = [
  {
    day: 60,
    by: null,
    does: {
      do: "attach",
      title: paper,
      role: "pilot",
      sample: {
        kind: "paper",
        file: "booking-desk-view.pdf",
        lines: ["The desk sees the clinic and the hour.", "It sees a name once the patient has agreed."],
      },
    },
  },
  step(60, {
    do: "open-consultation",
    asks: {
      kind: "written",
      title: ["One place to book at every hospital", "全市医院统一预约"],
      question: [
        "What must stay as it is when all city hospitals are booked in one place, and what must the desk at the pharmacy not see?",
        "全市医院统一预约以后，哪些做法必须保留？药店窗口不应看到什么？",
      ],
      stillOpen: [
        "Which ways to book there are, at which hours they answer, and what the desk sees.",
        "有哪些预约方式、几点到几点受理、窗口能看到什么，都还没定。",
      ],
      settled: [
        "Diagnoses do not travel with a booking. That is settled whatever is said here.",
        "病情不随预约流转，这一点已经确定，不在征求之列。",
      ],
      audience: [
        "Everybody who books a visit for themselves or for somebody else, and those who sit at the desks.",
        "为自己或家人挂过号的人，以及各窗口的工作人员。",
      ],
      papers: [[paper, ["What the desk sees, on one page", "一页纸：窗口能看到什么"]]],
      days: 30,
      respond: 35,
      channels: ["page", "letter", "phone"],
      how: [
        "Letters: Health, 3 Reed Lake Road, Jiangwan. By phone on working days from nine to five: 010 5550 0142.",
        "来信：江湾市芦湖路 3 号卫生健康委。来电：工作日 9:00 至 17:00，010 5550 0142。",
      ],
    },
  }),
  step(55, {
    do: "contribute",
    contribution: "eighty-one",
    channel: "letter",
    lay: 2,
    text: [
      "I am eighty-one and my telephone has buttons. My daughter is at work. If nobody answers a call any more, I shall walk to the hospital at five as before.",
      "我八十一岁，用的是按键电话，女儿要上班。要是没人接电话了，我还得像从前一样凌晨五点走去医院。",
    ],
  }),
  step(51, {
    do: "contribute",
    contribution: "pharmacist",
    channel: "page",
    text: [
      "At our pharmacy people queue a step behind each other. Whoever stands there reads the screen: name, clinic, everything.",
      "我们药店排队一个挨一个，后面的人把屏幕看得清清楚楚：姓名、科室全有。",
    ],
  }),
  step(48, {
    do: "contribute",
    contribution: "caller",
    channel: "phone",
    text: [
      "Caller books for his mother. Wants to go on speaking to a person, and asks that the clinic is not read out aloud at the counter.",
      "来电人替母亲挂号，希望仍能和真人通话，并要求窗口不要把科室念出声。",
    ],
  }),
  step(45, {
    do: "contribute",
    contribution: "escort",
    channel: "page",
    text: [
      "Tired of waiting? We hold the place for you and walk you through every floor. First visit half price.",
      "排队太累？专人占号、全程陪诊，首单半价。",
    ],
  }),
  step(44, { do: "hide-contribution", contribution: "escort", why: "advertising" }),
  step(38, {
    do: "contribute",
    contribution: "night-nurse",
    channel: "page",
    text: [
      "I work nights. At three in the morning I have time to book and nobody to ask. Please keep a desk open round the clock.",
      "我上夜班，凌晨三点才有空预约，却没人可问。希望有一个窗口二十四小时开着。",
    ],
  }),
  makePoint(30, ["Booking by phone stays, with a person at the other end.", "保留电话预约，并由真人接听。"]),
  makePoint(30, [
    "Nobody but the desk can see or hear who is going to which clinic.",
    "谁去看哪个科室，除窗口外任何人看不到、听不到。",
  ]),
  makePoint(30, ["One desk of the city answers all night.", "全市设一个通宵窗口。"]),
  place(29, "eighty-one", "p1"),
  place(29, "pharmacist", "p2"),
  place(29, "caller", "p1", "p2"),
  place(29, "night-nurse", "p3"),
  step(25, {
    do: "answer-point",
    point: "p1",
    outcome: "adopted",
    reason: [
      "One in five bookings of the trial came by phone, most of them from people over seventy. Without the phone they would be left out.",
      "试点中五个预约就有一个来自电话，多为七十岁以上老人，取消电话就把他们挡在门外了。",
    ],
    change: [
      "The phone desk has four people from seven to seven, and its number is printed on every appointment slip.",
      "电话台七点到十九点有四人值守，号码印在每张预约单上。",
    ],
  }),
  step(24, {
    do: "answer-point",
    point: "p2",
    outcome: "partly",
    reason: [
      "The screen can be turned and the name hidden. That nobody overhears a talk at a pharmacy counter we cannot promise.",
      "屏幕可以转向、姓名可以隐去；但药店柜台的对话会不会被旁人听到，我们不敢保证。",
    ],
    safeguard: "personal-impact",
    change: [
      "The desk shows department and hour, and the name only after the patient agreed; clerks point instead of reading out.",
      "窗口只显示科室和时间，患者同意后才显示姓名；工作人员用手指示，不念出来。",
    ],
  }),
  step(23, {
    do: "answer-point",
    point: "p3",
    outcome: "not-adopted",
    reason: [
      "In four weeks eleven people tried to book between midnight and five, all by app and without help. A desk at night would take two nurses off a ward.",
      "四周内零点到五点只有十一人预约，都在手机上自己完成。设通宵窗口要从病房抽走两名护士。",
    ],
    change: null,
  }),
  step(20, {
    do: "answer-consultation",
    heard: [
      "Four people wrote or called about the matter. They asked for a voice on the phone, for discretion at the counter, and one for a desk at night.",
      "四位市民就此来信来电：要能打电话、窗口要保密，还有一位希望设通宵窗口。",
    ],
    did: [
      "The phone desk stays and has more hours. The pharmacy screens show less. There is no desk at night; whoever books then can do so by app.",
      "电话台保留并延长时间，药店屏幕显示内容减少。不设通宵窗口，夜间可用手机预约。",
    ],
  }),
];
