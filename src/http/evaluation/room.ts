import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import { indicatorName } from "../say/condition.ts";
import { agreementFigure } from "../say/agreement.ts";
import type { Deps } from "../deps.ts";
import { assignPages, assignSchema, evaluatorsFound } from "./assign.ts";
import { evaluationPages } from "./evaluation.ts";
import { interestPages, interestSchema } from "./interest.ts";
import { moderationPages, moderationSchema } from "./moderation.ts";
import { dissentStatement, releasePages } from "./release.ts";
import { scoresPages, scoresSchema } from "./scores.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../routes.ts";
import { statementSchema } from "../statement.ts";
import { statementRoutes } from "../statement-routes.ts";

/** Assigning, declaring, scoring blind, moderating, dissenting. */
export const evaluationRoom = {
  name: "evaluation",
  page: "evaluation",
  routes,
  kind: "evaluation",
  events: {
    EvaluatorsAssigned: {
      tell: ({ format }, { evaluators, dueOn }) => ({
        values: { count: evaluators.length, day: format.date(dueOn) },
      }),
    },
    InterestDeclared: { tell: (_, { conflict }) => (conflict ? { variant: "InterestDeclared_conflict" } : {}) },
    PersonRecused: { tell: ({ t }, payload) => ({ values: { as: t(`events:who.${payload.as}`) } }) },
    ScoresSubmitted: {},
    EvaluatorReleased: {},
    ScoresRevealed: {
      tell: (language, { sheets, agreement: { alpha, ac2 = null }, moderate }, { policy }) => ({
        ...(ac2 !== null && { variant: "ScoresRevealed_ac2" }),
        values: {
          count: sheets.length,
          alpha: agreementFigure(language, alpha, policy.agreement),
          ac2: agreementFigure(language, ac2, policy.agreement),
          moderate: moderate.length,
        },
      }),
    },
    ScoreModerated: {
      tell: (language, { item }, { policy }) => ({ values: { item: indicatorName(language, policy, item) } }),
    },
    DissentRecorded: {},
  },
  finals: { ScoresSubmitted: {}, PersonRecused: { variant: ({ as }) => as } },
  acts: {
    AssignEvaluators: { at: "evaluation/evaluators", from: ["technology"] },
    DeclareInterest: { at: "evaluation/interest", from: ["technology"] },
    SubmitScores: { at: "evaluation/scores", from: ["technology"] },
    ReleaseEvaluator: { at: "evaluation" },
    ModerateScore: { at: "evaluation", from: ["technology"] },
    RecordDissent: { at: "evaluation", from: ["technology"] },
  },
  conditions: {
    "scores-revealed": { see: "evaluation", act: { command: "SubmitScores", at: "evaluation/scores" } },
    "moderation-finished": { see: "evaluation" },
    "evaluators-enough": { see: "evaluation", act: { command: "AssignEvaluators", at: "evaluation/evaluators" } },
    "rater-agreement": { see: "evaluation" },
  },
  work: {
    assign: { group: "decision", glyph: "waits", href: (item) => underTechnology(item, "evaluation/evaluators") },
    declare: { group: "own", href: (item) => underTechnology(item, "evaluation/interest") },
    score: { group: "own", glyph: "blind", href: (item) => underTechnology(item, "evaluation/scores") },
    moderate: {
      group: "own",
      href: (item) => underTechnology(item, `evaluation/moderations/${item.subject ?? ""}`),
      subject: indicatorName,
    },
  },
  warnings: {
    "scores-overdue": { href: (warning) => underTechnology(warning, "evaluation") },
    "evaluators-missing": { href: (warning) => underTechnology(warning, "evaluation") },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const base = "/technologies/:slug/evaluation";
  const approver = requireRole("approver");
  const evaluator = requireRole("evaluator");
  get(base, anyRole, evaluationPages(deps).show);
  const assign = assignPages(deps);
  get(`${base}/evaluators`, approver, assign.show);
  get(`${base}/evaluators/choices`, approver, evaluatorsFound(deps));
  post(`${base}/evaluators`, approver, assignSchema, assign.submit);
  const interest = interestPages(deps);
  get(`${base}/interest`, evaluator, interest.show);
  post(`${base}/interest`, evaluator, interestSchema, interest.submit);
  const scores = scoresPages(deps);
  get(`${base}/scores`, evaluator, scores.show);
  post(`${base}/scores`, evaluator, scoresSchema, scores.submit);
  const moderation = moderationPages(deps);
  get(`${base}/moderations/:item`, evaluator, moderation.show);
  post(`${base}/moderations/:item`, evaluator, moderationSchema, moderation.submit);
  const release = releasePages(deps);
  get(`${base}/releases/:letter`, approver, release.show);
  post(`${base}/releases/:letter`, approver, statementSchema, release.submit);
  statementRoutes(all, deps, dissentStatement);
}
