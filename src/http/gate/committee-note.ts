import { conditionsOf, panelNow, standingOpinion } from "../../domain/technology/state/committee.ts";
import type { PanelMember } from "../../domain/technology/state/committee.ts";
import { standingOf, tallyOf } from "../../domain/technology/state/panel-tally.ts";
import type { MemberStanding } from "../../domain/technology/state/panel-tally.ts";
import { textShown } from "../say/text.ts";
import type { NoteModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { GateParts } from "./gate-parts.ts";

/** What the experts advise before the rollout: dissent first, then the others, then each condition with its answer. */
export function committeeNote(parts: GateParts): NoteModel | null {
  const { view, language, at } = parts;
  const panel = view.gate === "rollout" ? panelNow(view.state) : null;
  if (panel === null) return null;
  const tally = tallyOf(view.state, panel);
  const given = panel.members
    .filter((member) => standingOpinion(member) !== null)
    .toSorted((a, b) => rankOf(parts, a) - rankOf(parts, b));
  return {
    title: language.t("gate:margin.committee"),
    count: language.t("gate:margin.committeeCount", { for: tally.for, against: tally.against }),
    items: [
      ...given.map((member) => opinionItem(parts, member)),
      ...conditionsOf(panel).map((set) => conditionItem(parts, set)),
      { content: html`<a href="${at("committee")}">${language.t("gate:see.committee")}</a>` },
    ],
  };
}

const order: readonly MemberStanding[] = ["against", "for-with-conditions", "for", "abstain", "older"];
const rankOf = ({ view }: GateParts, member: PanelMember): number => order.indexOf(standingOf(view.state, member));

const glyphs: { readonly [S in MemberStanding]: Glyph } = {
  for: "met",
  "for-with-conditions": "met",
  against: "unmet",
  abstain: "withdrawn",
  older: "drifted",
  awaited: "waits",
  recused: "closed",
};

function opinionItem({ view, language, words }: GateParts, member: PanelMember): NoteModel["items"][number] {
  const { t, format } = language;
  const standing = standingOf(view.state, member);
  const opinion = standingOpinion(member);
  const earlier = opinion === null ? "" : t(`committee:standing.${opinion.opinion}`);
  return {
    tag: tag(t, glyphs[standing], t(`committee:standing.${standing}`)),
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
  const state = answer === null ? "open" : answer.done ? "done" : "declined";
  return {
    tag: tag(t, answer === null ? "unmet" : answer.done ? "met" : "unknown", t(`committee:condition.${state}`)),
    content: html`<b class="strong">${condition}</b> ${textShown(language, words.get(text))}${
        answer === null ? "" : html`<br />${textShown(language, words.get(answer.answer))}`
      }`,
    ...(answer !== null && { sub: t("committee:condition.answered", { day: format.date(answer.at) }) }),
  };
}
