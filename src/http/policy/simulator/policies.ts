import type { Response } from "express";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Services } from "../../../application/services.ts";
import { notFound } from "../../faults.ts";
import { nest } from "../../forms/typed.ts";
import type { Typed } from "../../forms/typed.ts";
import { personOf } from "../../visitor.ts";
import { takenUp } from "../early-draft.ts";
import { nextPolicy } from "../next.ts";
import { policySchema } from "../schema.ts";

/** The policy that a page asks about: a published version, or the draft of the next one, for whoever writes it. */
export type AskedPolicy = {
  readonly policy: Policy;
  /** Its id among the reader's drafts; null: published. */
  readonly draft: string | null;
};

export const draftKind = "policy";

/** `policy=2` is a version, `policy=<id>` a draft of the reader's own; without it, the newest. */
export async function askedPolicy(
  { views, drafts }: Services,
  res: Response,
  asked: string | undefined,
): Promise<AskedPolicy> {
  const { policies } = views;
  if (asked === undefined) return { policy: policies.current(), draft: null };
  if (/^\d{1,9}$/.test(asked)) return { policy: policies.version(Number(asked)) ?? notFound(), draft: null };
  const draft = await drafts.find(personOf(res).id, asked);
  if (draft?.kind !== draftKind) return notFound();
  const policy = policyOf(draft.fields, policies.current());
  return policy === null ? notFound() : { policy, draft: asked };
}

/** What was typed into the form of the next version, as that version. Null: it can no longer be read. */
function policyOf(typed: Typed, before: Policy): Policy | null {
  const parsed = policySchema.safeParse(nest(takenUp(typed, before)));
  return parsed.success ? nextPolicy(before, parsed.data) : null;
}

/** One draft a person: the one before is written over. */
export async function keepDraft({ drafts }: Services, person: string, typed: Typed, title: string): Promise<string> {
  const { commandId: _, ...fields } = typed;
  return drafts.saveOnly(person, { kind: draftKind, subject: "", title, fields });
}
