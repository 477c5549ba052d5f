import { isBefore } from "../words/days.ts";
import { textKey } from "../words/plain-text.ts";
import { when } from "../words/reasons.ts";
import { rowsOf, textOf } from "../safeguards/answers.ts";
import type { SafeguardKind } from "../safeguards/kind.ts";
import type { RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { directTies, ownerships } from "../safeguards/ties.ts";
import { yesNo } from "./yes-no.ts";

/** Of the public record, of whoever has to do with the technology itself. */
const forRecord = { from: "III", optional: true, when: [{ question: "relation", is: directTies }] } as const;

const tie: readonly RowQuestion[] = [
  { key: "organisation", type: "label" },
  { key: "relation", type: "choice", options: [...directTies, ...ownerships] },
  { key: "other", type: "label", when: [{ question: "relation", is: ownerships }] },
  { key: "tiedFrom", type: "day", optional: true },
  { key: "tiedUntil", type: "day", optional: true },
  { key: "companyNumber", type: "label", ...forRecord },
  { key: "procurement", type: "text", ...forRecord },
  { key: "dataAccess", type: "text", ...forRecord },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "anybody", type: "choice", options: yesNo },
  { key: "ties", type: "rows", of: tie, most: 60, when: [{ question: "anybody", is: ["yes"] }] },
];

/** Who outside the body had to do with the technology, and who owns whom: by it an auditor's independence is checked. */
export const supplierTies = {
  key: "supplier-ties",
  questions: () => questions,
  refusals: ({ answers }) =>
    rowsOf(answers, "ties").flatMap((row, index) => {
      const [from, until] = [textOf(row, "tiedFrom"), textOf(row, "tiedUntil")];
      const [organisation, other] = [textOf(row, "organisation"), textOf(row, "other")];
      return [
        ...when(from !== null && until !== null && isBefore(until, from), "DaysCrossed", `ties.${index}.tiedUntil`),
        ...when(
          organisation !== null && other !== null && textKey(organisation) === textKey(other),
          "OwnsItself",
          `ties.${index}.other`,
          { organisation: organisation ?? "" },
        ),
      ];
    }),
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
} satisfies SafeguardKind<"supplier-ties">;
