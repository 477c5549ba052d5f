import { canonicalJson } from "../../words/canonical.ts";
import { sha256 } from "../../words/digest.ts";
import type { Json } from "../../words/json.ts";
import { onceBeside } from "../../words/once-beside.ts";
import { ofVerdict } from "./in-force.ts";
import type { Technology } from "./technology.ts";

/**
 * What a member of the committee is shown, as one digest: the proposal, the plan with its amendments, the evidence of the
 * pilot and what it is compared with, and the verdict of the last review. An opinion is bound to it; a later change marks
 * it as given on an older state. What passes with time alone is no part of it.
 */
export const shownToExperts = onceBeside((t: Technology): string =>
  sha256(
    canonicalJson({
      proposal: t.proposal as unknown as Json,
      plan: t.plan === null ? null : { number: t.plan.number, amendments: t.plan.amendments.map(({ at }) => at) },
      evidence: ofVerdict(t).map(({ evidence, digest, state }) => ({
        evidence,
        digest,
        withdrawn: state === "withdrawn",
      })),
      review: t.looks.findLast(({ plan }) => plan === t.plan?.number)?.position ?? null,
    }),
  ),
);
