import type { Policy } from "../../domain/policy/policy.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { piecesByDigest } from "../say/marks.ts";
import { verdictModel } from "../say/verdict.ts";
import type { FactModel, VerdictModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

interface VerdictPage {
  readonly policy: Policy;
  readonly evidence: Technology["evidence"];
  readonly model: VerdictModel;
}

/** Some 30 kB each, in one language. */
const mostVerdicts = 100;
const pages = new Map<Verdict, WeakMap<Language, VerdictPage>>();

/**
 * A verdict as pages say it: words, figures and charts are a function of verdict, policy, language and what the pieces
 * are called, so that they are made once for all who look at a gate. Everything of that is replaced and never changed.
 *
 * @param facts stand beside it and are made at each view
 */
export function keptVerdict(
  language: Language,
  policy: Policy,
  verdict: Verdict,
  { evidence, facts }: { readonly evidence: Technology["evidence"]; readonly facts: readonly FactModel[] },
): VerdictModel {
  const known = pages.get(verdict) ?? new WeakMap<Language, VerdictPage>();
  pages.delete(verdict);
  pages.set(verdict, known);
  const [oldest] = pages.keys();
  if (pages.size > mostVerdicts && oldest !== undefined) pages.delete(oldest);
  let own = known.get(language);
  if (own?.policy !== policy || own.evidence !== evidence) {
    own = { policy, evidence, model: verdictModel(language, policy, verdict, { pieces: piecesByDigest(evidence) }) };
    known.set(language, own);
  }
  return { ...own.model, facts: { ...own.model.facts, facts: [...(own.model.facts?.facts ?? []), ...facts] } };
}
