import type { TextResult } from "../../application/texts.ts";
import type { PlannedFairness } from "../../domain/measures/planned-fairness.ts";
import type { LockedPlan } from "../../domain/technology/state/pilot.ts";
import { groupText } from "../say/group.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { FactModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

export type PlanModel = {
  readonly title: string;
  readonly aside: Content;
  readonly facts: readonly FactModel[];
  readonly texts: readonly { readonly title: string; readonly paragraphs: readonly Content[] }[];
};

/** The plan in plain words, with the version of the policy that it pins. */
export function planModel(language: Language, locked: LockedPlan, words: ReadonlyMap<string, TextResult>): PlanModel {
  const { t, format } = language;
  const { plan, policyVersion } = locked;
  const fact = (name: string, value: Content): FactModel => ({ term: t(`pilot:field.${name}`), value });
  const text = (name: string, digest: string) => ({
    title: t(`pilot:field.${name}`),
    paragraphs: paragraphsShown(language, words.get(digest)),
  });
  return {
    title: t("pilot:plan.locked", { number: locked.number, day: format.date(locked.lockedAt) }),
    aside: html`<a href="/policy/versions/${policyVersion}">${t("pilot:plan.policy", { version: policyVersion })}</a>`,
    facts: [
      fact("startsOn", format.date(plan.startsOn)),
      ...(locked.openedOn === null ? [] : [fact("openedOn", format.date(locked.openedOn))]),
      fact("days", format.days(plan.days)),
      fact("siteCount", format.number(plan.siteCount)),
      fact("services", plan.services.length === 0 ? t("proposal:none") : format.list(plan.services)),
      fact("latencyMs", format.milliseconds(plan.latencyMs)),
      fact(
        "restoreMinutes",
        plan.restoreSeconds === null ? t("pilot:plan.noRestore") : format.duration(plan.restoreSeconds),
      ),
      ...(plan.fairness === null ? [] : [fact("fairness", fairnessText(language, plan.fairness))]),
      ...(plan.assisted.length === 0 ? [] : [fact("assisted", assistedText(language, plan.assisted))]),
    ],
    texts: [
      text("sites", plan.sites),
      ...(plan.assistedWhy === null ? [] : [text("assistedWhy", plan.assistedWhy)]),
      text("exit", plan.exit),
      text("rollback", plan.rollback),
    ],
  };
}

export const assistedText = (language: Language, groups: readonly string[]): string =>
  groups.length === 0
    ? language.t("pilot:fixed.blank")
    : language.format.list(groups.map((group) => groupText(language, group)));

export function fairnessText(
  { t, format }: Language,
  { measure, favourable, reference, groups }: PlannedFairness,
): string {
  return t("pilot:fairness.planned", {
    measure: t(`pilot:fairness.short.${measure}`),
    favourable: t(`pilot:fairness.stance.${favourable}`),
    groups: format.list(groups),
    reference,
  });
}
