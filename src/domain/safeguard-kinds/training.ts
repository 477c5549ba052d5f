import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { rowsOf } from "../safeguards/answers.ts";
import type { SafeguardKind, Shortfall } from "../safeguards/kind.ts";
import type { Given, RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { coursesOf, trainingKey, wavesUntrained } from "../safeguards/training.ts";
import { yesNo } from "./yes-no.ts";

const held: readonly Given[] = [{ question: "held", is: ["yes"] }];

const course: readonly RowQuestion[] = [
  { key: "wave", type: "number", least: 1, most: 200, whole: true },
  { key: "site", type: "label" },
  { key: "role", type: "label" },
  { key: "planned", type: "number", least: 1, most: 1_000_000, whole: true },
  { key: "by", type: "day" },
  { key: "held", type: "choice", options: yesNo },
  { key: "heldOn", type: "day", when: held },
  { key: "attended", type: "number", least: 0, most: 1_000_000, whole: true, when: held },
  { key: "passed", type: "number", least: 0, most: 1_000_000, whole: true, when: held },
  { key: "heldProof", type: "evidence", kinds: ["document"], when: held },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "contents", type: "text" },
  { key: "courses", type: "rows", of: course, most: 100 },
];

/**
 * Who is trained before a wave reaches them, by site and role: planned at the gate, held with its result before the wave
 * opens. What is asked of attendance and result is the policy's.
 */
export const training = {
  key: trainingKey,
  questions: () => questions,
  refusals: ({ technology, answers }, { today }): readonly Reason[] => {
    const waves = technology.rollout?.waves ?? [];
    return rowsOf(answers, "courses").flatMap(({ wave, heldOn, planned, attended, passed }, index) => {
      const at = (question: string): string => `courses.${index}.${question}`;
      const isPlanned = waves.length === 0 || waves.some(({ number }) => number === wave);
      return [
        ...when(typeof wave === "number" && !isPlanned, "CourseOfNoWave", at("wave"), { wave: String(wave) }),
        ...(typeof heldOn === "string" ? notAfter(heldOn, today, at("heldOn")) : []),
        ...when(exceeds(attended, planned), "MoreThanPlanned", at("attended")),
        ...when(exceeds(passed, attended), "MoreThanAttended", at("passed")),
      ];
    });
  },
  statedBy: ["planner"],
  reviewedBy: ["evaluator", "approver"],
  shortfalls: (inForce, { technology, policy }) =>
    inForce.flatMap(({ answers, item }): readonly Shortfall[] => {
      const waves = technology.rollout?.waves ?? [];
      const unplanned = waves.filter(({ number }) => coursesOf(answers, number).length === 0);
      // What has reached people, or is about to, was trained for: before, a plan is enough.
      const reached = waves.filter(({ state }) => state === "open" || state === "complete");
      return [
        ...unplanned.map(({ number }) => ({
          code: "unplanned",
          params: { wave: number },
          id: `${item}/w${number}`,
          at: 2,
        })),
        ...wavesUntrained(answers, reached, policy.safeguards.people).map(({ wave, course: { site, role } }) => ({
          code: "untrained",
          params: { wave, site, role },
          id: `${item}/w${wave}/${site}/${role}`,
          at: 1,
        })),
      ];
    }),
  days: (answers) => coursesOf(answers).flatMap(({ heldOn, by }) => (heldOn === null ? [by] : [])),
} satisfies SafeguardKind<typeof trainingKey>;

const exceeds = (some: unknown, most: unknown): boolean =>
  typeof some === "number" && typeof most === "number" && some > most;
