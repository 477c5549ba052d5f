import type { Deps } from "../deps.ts";
import { assignPages, assignSchema } from "../evaluation/assign.ts";
import { evaluationPages } from "../evaluation/evaluation.ts";
import { interestPages, interestSchema } from "../evaluation/interest.ts";
import { moderationPages, moderationSchema } from "../evaluation/moderation.ts";
import { dissentStatement, releasePages } from "../evaluation/release.ts";
import { scoresPages, scoresSchema } from "../evaluation/scores.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import type { Routes } from "../route.ts";
import { statementSchema } from "../statement.ts";
import { acts } from "./acts.ts";

/** Assigning, declaring, scoring blind, moderating, dissenting. */
export function evaluationRoutes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const base = "/technologies/:slug/evaluation";
  const approver = requireRole("approver");
  const evaluator = requireRole("evaluator");
  get(base, anyRole, evaluationPages(deps).show);
  const assign = assignPages(deps);
  get(`${base}/evaluators`, approver, assign.show);
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
  acts(all, deps, dissentStatement);
}
