import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import type { Typed } from "../forms/typed.ts";
import { queryValue } from "../request-values.ts";
import type { PlanFormPage } from "./plan-form.ts";

type PlanPage = Pick<PlanFormPage, "row" | "policy" | "mode" | "person">;

/** The plan's numbers go to the simulator; what was typed is kept for its writer, so that the form takes it up again. */
export async function toSimulator({ drafts }: Services, res: Response, page: PlanPage, typed: Typed): Promise<void> {
  const { row, policy, mode, person } = page;
  const { commandId: _, intent: __, version: ___, ...fields } = typed;
  const draft = { kind: `plan-${mode}`, subject: row.id, title: row.slug, fields };
  const looks = Object.entries(typed).filter(([name, day]) => /^looks\.\d+$/.test(name) && day !== "").length;
  const asked = {
    policy: String(policy.version),
    tier: row.tier,
    plan: await drafts.saveOnly(person.id, draft),
    looks: String(Math.max(1, looks)),
    ...(typeof typed["days"] === "string" && typed["days"] !== "" && { days: typed["days"] }),
    ...(typeof typed["siteCount"] === "string" && typed["siteCount"] !== "" && { sites: typed["siteCount"] }),
  };
  res.redirect(303, `/policy/simulator?${new URLSearchParams(asked).toString()}`);
}

/** A plan that is locked or amended is no draft any more. */
export async function dropKept({ drafts }: Services, { row, mode, person }: PlanPage): Promise<void> {
  for (const { id, subject } of await drafts.of(person.id, `plan-${mode}`))
    if (subject === row.id) await drafts.drop(person.id, id);
}

/** What the reader had typed before going to the simulator; null: nothing of theirs, or of another technology. */
export async function keptPlan(
  { drafts }: Services,
  req: Request,
  { row, mode, person }: PlanPage,
): Promise<Typed | null> {
  const draft = await drafts.find(person.id, queryValue(req, "draft") ?? "");
  return draft?.kind === `plan-${mode}` && draft.subject === row.id ? draft.fields : null;
}
