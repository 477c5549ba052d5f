import { place, step } from "../deeds/consultations.ts";
import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";

const rules: Words = ["Rules of allocation in plain words", "入学分配规则通俗版"];

const minuted = (text: Words): Step => step(19, { do: "make-point", origin: "minutes", text });

/** At a hearing with notice and papers in time: who was heard, its minutes, and an answer to each point of them. */
export const schoolPlaceHearing: readonly Step[] = [
  {
    day: 41,
    by: null,
    does: {
      do: "attach",
      title: rules,
      role: "pilot",
      sample: {
        kind: "paper",
        file: "allocation-rules-plain.pdf",
        lines: [
          "Places go by distance on foot, then by siblings.",
          "An officer reads every refusal before it is sent.",
        ],
      },
    },
  },
  step(40, {
    do: "open-consultation",
    asks: {
      kind: "hearing",
      title: ["Hearing on how school places are given", "入学名额分配听证会"],
      question: [
        "Is distance on foot the right first rule, and who should measure it where the map has no path?",
        "“步行距离优先”合不合适？地图上没有路的地方由谁来量？",
      ],
      stillOpen: [
        "How distance is measured, in which order the rules apply, and how refusals are explained.",
        "距离怎么量、规则按什么顺序用、未录取怎么解释，都还没定。",
      ],
      settled: [
        "A person reads every refusal. No child is refused by the programme alone.",
        "每份未录取结果都由人审读，不由程序单独决定。",
      ],
      audience: [
        "Parents of the four areas, head teachers, and associations for children.",
        "四个片区的家长、校长和儿童权益组织。",
      ],
      papers: [[rules, ["The rules on two pages, in plain words", "两页纸讲清分配规则"]]],
      days: 19,
      respond: 45,
      channels: ["page", "letter"],
      how: ["Letters before the day: Education, 8 Willow Lane.", "会前来信：柳巷 8 号教育局。"],
      place: [
        "Great hall of the Northgate middle school, from two in the afternoon. There is an interpreter for sign language and a room for small children.",
        "北闸中学礼堂，下午两点开始；有手语翻译，另设儿童看护室。",
      ],
    },
  }),
  step(33, {
    do: "contribute",
    contribution: "islander",
    channel: "letter",
    lay: 2,
    text: [
      "We live on the outer island and cannot come on a weekday. A path over water is no path: please count the hours of the ferry.",
      "我们住外岛，工作日来不了。隔着水不算有路，请把轮渡时间算进去。",
    ],
  }),
  step(28, {
    do: "contribute",
    contribution: "moved-in",
    channel: "page",
    text: [
      "We moved into the new district in March. The map still shows a building site where our street is.",
      "我们三月搬进新区，地图上我们那条街还是工地。",
    ],
  }),
  step(20, {
    do: "minute-hearing",
    groups: [
      {
        group: ["Parents of the villages", "乡村片区家长"],
        people: 14,
        names: ["Spoke for them: Ms Xi Lanting, Mr Bo Shanquan", "发言代表：席兰亭、薄山泉"],
      },
      { group: ["Parents of the new district", "新区家长"], people: 9 },
      { group: ["Association for children with disabilities", "残障儿童家长互助会"], people: 3 },
      { group: ["Head teachers of city schools", "公办学校校长"], people: 6, serving: true },
    ],
    minutes: [
      "Thirty-two people came. The villages asked that footpaths are walked and not read from a map. The association asked that a child in a wheelchair is measured along ways without steps. Two parents wanted siblings before distance. Head teachers asked for the lists a week earlier.",
      "到会三十二人。乡村家长要求实地走量步道，不看地图；互助会要求轮椅儿童按无台阶路线量距；两位家长主张兄弟姐妹优先于距离；校长们希望名单提前一周。",
    ],
  }),
  minuted(["Ways that the map does not know are walked by an officer.", "地图上没有的路，由人实地走量。"]),
  minuted(["For a child in a wheelchair the way without steps counts.", "轮椅儿童按无台阶路线计算。"]),
  minuted(["Brothers and sisters come before distance.", "兄弟姐妹优先于距离。"]),
  minuted(["Schools get their lists a week earlier.", "学校提前一周拿到名单。"]),
  place(18, "islander", "p1"),
  place(18, "moved-in", "p1"),
  step(17, {
    do: "answer-point",
    point: "p1",
    outcome: "adopted",
    reason: [
      "Eleven footpaths are missing on the map, and the audit found the same. A rule about distance needs a true distance.",
      "地图缺十一条步道，审计也发现了同样问题。讲距离，距离就得是真的。",
    ],
    change: [
      "Officers walk every way that a family names; ferry crossings count with their hours.",
      "家长提出的路线逐条走量，轮渡按航时折算。",
    ],
  }),
  step(16, {
    do: "answer-point",
    point: "p2",
    outcome: "partly",
    reason: [
      "The way without steps is known for half of the schools. For the others it has to be measured first, which takes until spring.",
      "一半学校有无台阶路线数据，其余要先测量，到春天才能完成。",
    ],
    change: [
      "Where the way without steps is known it counts now; elsewhere an officer goes along with the family.",
      "已有数据的按无台阶路线计算，其余由工作人员陪同家长实地走一遍。",
    ],
  }),
  step(15, {
    do: "answer-point",
    point: "p3",
    outcome: "not-adopted",
    reason: [
      "Last year it would have sent sixty first-born children past their nearest school. Siblings stay the second rule, and twins are never parted.",
      "照此办理，去年会有六十名头胎孩子舍近求远。兄弟姐妹仍为第二条规则，双胞胎不拆分。",
    ],
    change: null,
  }),
  step(15, {
    do: "answer-point",
    point: "p4",
    outcome: "adopted",
    reason: [
      "The night run is quick enough, and a week more lets head teachers plan their classes.",
      "夜间分配足够快，多一周便于校长编班。",
    ],
    change: [
      "Lists go out on the last Monday of May instead of the first one of June.",
      "名单改在五月最后一个周一发出，不再等到六月第一个周一。",
    ],
  }),
  step(13, {
    do: "answer-consultation",
    heard: [
      "Twenty-six people spoke for three groups, and two families wrote. Most of it was about ways that a map does not know.",
      "三方群体二十六人到会，两户家庭来信，说得最多的是地图上没有的路。",
    ],
    did: [
      "Distances are walked where somebody doubts them, ways without steps count where they are known, and the order of the rules stays.",
      "对距离有疑问的实地走量；已知的无台阶路线计入；规则顺序不变。",
    ],
  }),
];
