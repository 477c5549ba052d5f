import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { Typed } from "../forms/typed.ts";
import { personOf, queryValue } from "../visitor.ts";

type Mode = "lock" | "amend";

interface Sent {
  readonly id: string;
  readonly slug: string;
  readonly tier: Tier;
  readonly typed: Typed;
  readonly policy: Policy;
  readonly mode: Mode;
}

/** The plan's numbers go to the simulator; what was typed is kept for its writer, so that the form takes it up again. */
export function toSimulator(services: Services, res: Response, { id, slug, tier, typed, policy, mode }: Sent): void {
  const { drafts } = services;
  const person = personOf(res).id;
  const { commandId: _, intent: __, version: ___, ...fields } = typed;
  const draft = { kind: `plan-${mode}`, subject: id, title: slug, fields };
  const known = drafts.of(person, draft.kind).find(({ subject }) => subject === id)?.id;
  const kept = (known === undefined ? null : drafts.save(person, draft, known)) ?? drafts.save(person, draft) ?? "";
  const looks = Object.entries(typed).filter(([name, day]) => /^looks\.\d+$/.test(name) && day !== "").length;
  const asked = {
    policy: String(policy.version),
    tier,
    plan: kept,
    looks: String(Math.max(1, looks)),
    ...(typeof typed["days"] === "string" && typed["days"] !== "" && { days: typed["days"] }),
    ...(typeof typed["siteCount"] === "string" && typed["siteCount"] !== "" && { sites: typed["siteCount"] }),
  };
  res.redirect(303, `/policy/simulator?${new URLSearchParams(asked).toString()}`);
}

/** What the reader had typed before going to the simulator; null: nothing of theirs, or of another technology. */
export function keptPlan({ drafts }: Services, req: Request, res: Response, id: string, mode: Mode): Typed | null {
  const kept = drafts.find(personOf(res).id, queryValue(req, "draft") ?? "");
  return kept?.kind === `plan-${mode}` && kept.subject === id ? kept.fields : null;
}
