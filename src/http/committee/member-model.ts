import { standingOpinion } from "../../domain/technology/state/committee.ts";
import type { PanelMember } from "../../domain/technology/state/committee.ts";
import { standingOf } from "../../domain/technology/state/panel-tally.ts";
import { reasonText } from "../forms/show.ts";
import { standingTag } from "../say/expert-standing.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { organisationText } from "../say/organisation.ts";
import type { PanelPage } from "./panel-page.ts";

/** One member who was asked, with what they advise and why. */
export function memberModel(page: PanelPage, member: PanelMember) {
  const { technology, language, words, names, services, barred } = page;
  const { t, format } = language;
  const standing = standingOf(technology, member);
  const opinion = standingOpinion(member);
  return {
    tag: standingTag(language, standing),
    name: names.get(member.person) ?? t("people:erased"),
    from: t("committee:member.from", {
      field: member.field,
      organisation: organisationText(services, language, member.organisation),
    }),
    reasons: opinion === null ? [] : paragraphsShown(language, words.get(opinion.reasons)),
    note:
      opinion === null
        ? null
        : t(standing === "older" ? "committee:member.older" : "committee:member.given", {
            opinion: t(`committee:standing.${opinion.opinion}`),
            day: format.date(opinion.at),
          }),
    barred: barred.has(member.person) ? t("committee:member.barred") : null,
    why: (barred.get(member.person) ?? []).map((reason) => reasonText(reason, language)),
    changed: member.opinions.length > 1 ? t("committee:member.changed", { count: member.opinions.length - 1 }) : null,
  };
}
