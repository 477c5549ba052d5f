import { isJudged } from "../../domain/measures/measures.ts";
import { linkable } from "../../domain/technology/state/in-force.ts";
import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import type { Sheet } from "../steps.ts";
import type { Story } from "../story-of.ts";

/** The rubrics in the order of the policy, and the kinds of evidence that an evaluator turns to for each. */
const turnedTo: { readonly [item: string]: readonly EvidenceKind[] } = {
  "recovery-from-failure": ["availability"],
  "data-handling": ["volume", "load"],
  "recovery-from-error": ["tasks"],
  learning: ["sus", "tasks"],
};

const items = defaultPolicy.criteria.flatMap(({ indicators }) =>
  indicators.filter(({ measure }) => isJudged(measure)).map(({ key }) => key),
);

export async function score({ desk, technology }: Story, by: string, sheet: Sheet): Promise<void> {
  const there = linkable(await desk.state(technology), desk.services.today()).filter(({ role }) => role === "pilot");
  const scored = items.map((item, at) => {
    const [given = null, en = "", zh = ""] = sheet[at] ?? [];
    const linked = there.filter(({ kind }) => turnedTo[item]?.includes(kind)).map((piece) => piece.evidence);
    return { item, score: given, evidence: linked.slice(-2), comment: desk.say([en, zh]) };
  });
  await desk.score(by, technology, scored);
}
