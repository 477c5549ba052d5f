import { conditionsOf, standingOpinion } from "../../domain/technology/state/committee.ts";
import type { PanelMember } from "../../domain/technology/state/committee.ts";
import { membersByStanding, standingOf, tallyOf } from "../../domain/technology/state/panel-tally.ts";
import { conditionTag, standingTag } from "../say/expert-standing.ts";
import { textShown } from "../say/text.ts";
import type { NoteModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { panelOf } from "./dossier-experts.ts";
import type { GateParts } from "./gate-parts.ts";

/** What the experts advise before the rollout: dissent first, then the others, then each condition with its answer. */
export function committeeNote(parts: GateParts): NoteModel | null {
  const { view, language, at } = parts;
  const panel = panelOf(parts);
  if (panel === null) return null;
  const tally = tallyOf(view.state, panel);
  const given = membersByStanding(view.state, panel).filter((member) => standingOpinion(member) !== null);
  return {
    title: language.t("gate:margin.committee"),
    count: language.t("gate:margin.committeeCount", { for: tally.for, against: tally.against }),
    items: [
      ...given.map((member) => opinionItem(parts, member)),
      ...conditionsOf(panel).map((set) => conditionItem(parts, set)),
      { content: html`<a href="${at("committee")}">${language.t("gate:see.committee")}</a>`, onward: true },
    ],
  };
}

function opinionItem({ view, language, words }: GateParts, member: PanelMember): NoteModel["items"][number] {
  const { t, format } = language;
  const standing = standingOf(view.state, member);
  const opinion = standingOpinion(member);
  const earlier = opinion === null ? "" : t(`committee:standing.${opinion.opinion}`);
  return {
    tag: standingTag(language, standing),
    content: opinion === null ? "" : textShown(language, words.get(opinion.reasons)),
    sub: [
      member.field,
      ...(standing === "older" ? [earlier] : []),
      opinion === null ? "" : format.date(opinion.at),
    ].join(" · "),
  };
}

function conditionItem(
  { language, words }: GateParts,
  { condition, text, answer }: ReturnType<typeof conditionsOf>[number],
): NoteModel["items"][number] {
  const { t, format } = language;
  return {
    tag: conditionTag(language, answer),
    content: html`<b class="strong">${condition}</b> ${textShown(language, words.get(text))}${
        answer === null ? "" : html`<br />${textShown(language, words.get(answer.answer))}`
      }`,
    ...(answer !== null && { sub: t("committee:condition.answered", { day: format.date(answer.at) }) }),
  };
}
