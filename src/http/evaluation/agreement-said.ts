import { agreementAfter } from "../../domain/technology/evaluation/agreement.ts";
import { rubricItems } from "../../domain/measures/rubric-items.ts";
import type { Agreement } from "../../domain/technology/state/evaluation.ts";
import { namedTerm } from "../say/term.ts";
import type { LinkModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Language } from "../view/languages.ts";

export type AgreementModel = {
  readonly before: string;
  readonly after: string | null;
  readonly term: Html;
  readonly how: LinkModel;
};

/** How far the evaluators agreed before anybody talked, which the gate reads; and how far they do since, beside it. */
export function agreementModel({ technology, policy, language }: TechnologyPage): AgreementModel | null {
  const revealed = technology.evaluation?.revealed ?? null;
  if (revealed === null) return null;
  const items = technology.plan === null ? [] : rubricItems(technology.plan.plan, policy);
  const after = agreementAfter(revealed, items, policy);
  return {
    before: agreementText(language, revealed.agreement),
    after: after === null ? null : agreementText(language, after),
    term: namedTerm(language, "agreement"),
    how: methodOf(language, revealed.agreement),
  };
}

/** Fewer than ten items are judged by a figure that a single difference does not overturn. */
function methodOf({ t }: Language, { ac2 }: Agreement): LinkModel {
  const name = ac2 === undefined ? "krippendorff_alpha" : "gwet_ac2";
  return { text: t(`methods:method.${name}.title`), href: `/methods/${name}` };
}

/** Which figure the level rests on, the other ones beside it. */
function agreementText({ t, format }: Language, { alpha, ac2, raw, level }: Agreement): string {
  const figure = (value: number | null): string => (value === null ? "–" : format.number(value, 2));
  const by = ac2 === undefined || level === "undefined" ? "agreement" : "agreementAc2";
  return t(`evaluation:${by}.${level}`, {
    alpha: figure(alpha),
    ac2: figure(ac2 ?? null),
    raw: raw === null ? "–" : format.percent(raw, 0),
  });
}
