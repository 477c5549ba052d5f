import type { TextResult } from "../../application/texts.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { LockedPlan } from "../../domain/technology/state/pilot.ts";
import { textShown } from "../say/text.ts";
import type { FactModel, TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** Every change since the lock, newest first, with its reason; what came after data were seen is marked. */
export function amendmentsModel(
  { t, format, ...rest }: Language,
  { amendments }: LockedPlan,
  words: ReadonlyMap<string, TextResult>,
  names: ReadonlyMap<string, string>,
): { readonly title: string; readonly timeline: TimelineModel } | null {
  if (amendments.length === 0) return null;
  const after = amendments.filter(({ afterData }) => afterData).length;
  return {
    title: t("pilot:amendments.title", { count: amendments.length, after }),
    timeline: {
      entries: amendments.toReversed().map(({ at, by, changed, reason, afterData }) => ({
        at: format.date(at),
        iso: at,
        tag: afterData ? tag(t, "late", t("events:mark.afterData")) : undefined,
        text: html`${t("pilot:amendments.changed", {
            fields: format.list([
              ...new Set(changed.map((field) => t(`events:field.${field.split(".")[0] ?? field}`))),
            ]),
            name: names.get(by) ?? t("technology:unknownPerson"),
          })}<br />${textShown({ t, format, ...rest }, words.get(reason))}`,
      })),
    },
  };
}

export type PastModel = { readonly title: string; readonly facts: readonly FactModel[] };

/** Plans that were replaced after a return: what they were, and what their looks said. */
export function pastModels(
  { t, format }: Language,
  { looks }: Technology,
  past: readonly LockedPlan[],
): readonly PastModel[] {
  return past.toReversed().map(({ number, policyVersion, lockedAt, openedOn, plan, amendments }) => ({
    title: t("pilot:past.title", { number, day: format.date(lockedAt) }),
    facts: [
      { term: t("pilot:past.policy"), value: format.number(policyVersion) },
      { term: t("pilot:field.startsOn"), value: format.date(openedOn ?? plan.startsOn) },
      { term: t("pilot:field.days"), value: format.days(plan.days) },
      { term: t("pilot:past.amendments"), value: format.number(amendments.length) },
      ...looks
        .filter((look) => look.plan === number)
        .map((look) => ({
          term: t("pilot:look.name", { number: look.look }),
          value: t(`words:outcome.${look.verdict.outcome}`) + t("common:comma") + format.date(look.at),
        })),
    ],
  }));
}
