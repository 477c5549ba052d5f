import { begin, handIn } from "../deeds/safeguards.ts";
import type { Step } from "../steps.ts";

export const vaccinationRecord: readonly Step[] = [
  begin(20, "impact-assessment", { people: "many", scale: "city", rights: "service", data: "sensitive" }),
  handIn(12, "data-record", {
    sets: [
      {
        setName: { en: "Vaccinations", zh: "接种记录" },
        holds: [
          "Vaccine, day, batch and the room in which it was given, for 74,000 children.",
          "七万四千名儿童的疫苗、日期、批号和接种门诊。",
        ],
        object: "publicInterest",
        degree: "serious",
        personal: "sensitive",
        purposes: ["To show that a child is protected, without a booklet.", "不用本子也能证明已接种。"],
        basis: "law",
        retentionUnit: "years",
        retention: 20,
        shared: "yes",
        sharedWith: ["A school sees the one line that a parent hands over.", "学校只能看到家长出示的那一行。"],
        abroad: "no",
      },
    ],
    promised: "no",
  }),
];
