import type { Services } from "../../application/services.ts";
import { committeeRulesOf } from "../../domain/policy/safeguards/committee.ts";
import { conditionsOf, panelNow, standingOpinion } from "../../domain/technology/state/committee.ts";
import type { Panel, PanelCondition, PanelMember } from "../../domain/technology/state/committee.ts";
import { membersByStanding, standingOf, tallyOf } from "../../domain/technology/state/panel-tally.ts";
import { conditionTag, standingTag } from "../say/expert-standing.ts";
import { organisationText } from "../say/organisation.ts";
import { textShown } from "../say/text.ts";
import type { GateParts } from "./gate-parts.ts";

type ExpertParts = Pick<GateParts, "view" | "language" | "words" | "names"> & { readonly services: Services };

/** Every expert who was asked, dissent first, and each condition they set with its answer; null where none was asked. */
export function expertsOf(parts: ExpertParts) {
  const { view, language } = parts;
  const panel = panelOf(parts);
  if (panel === null) return null;
  const { t } = language;
  const { state, policy } = view;
  return {
    title: t("gate:dossier.experts", {
      ...tallyOf(state, panel),
      quorum: committeeRulesOf(policy).quorum[state.tier],
    }),
    members: membersByStanding(state, panel).map((member) => memberLine(parts, member)),
    conditions: conditionsOf(panel).map((set) => conditionLine(parts, set)),
  };
}

/** The ids of those whom the sheet names. */
export const expertIds = (parts: Pick<GateParts, "view">): readonly string[] =>
  (panelOf(parts)?.members ?? []).map(({ person }) => person);

export const panelOf = ({ view }: Pick<GateParts, "view">): Panel | null =>
  view.gate === "rollout" ? panelNow(view.state) : null;

function memberLine({ view, language, words, names, services }: ExpertParts, member: PanelMember) {
  const { t, format } = language;
  const standing = standingOf(view.state, member);
  const opinion = standingOpinion(member);
  const from = t("committee:member.from", {
    field: member.field,
    organisation: organisationText(services, language, member.organisation),
  });
  return {
    tag: standingTag(language, standing),
    who: names.get(member.person) ?? t("people:erased"),
    from: opinion === null ? from : `${from} · ${format.date(opinion.at)}`,
    // What stands on an older state does not count; which way it went is said all the same.
    was: opinion !== null && standing === "older" ? t(`committee:standing.${opinion.opinion}`) : null,
    reasons: opinion === null ? null : textShown(language, words.get(opinion.reasons)),
  };
}

function conditionLine({ language, words, names }: ExpertParts, { condition, text, by, answer }: PanelCondition) {
  const { t, format } = language;
  return {
    tag: conditionTag(language, answer),
    id: condition,
    text: textShown(language, words.get(text)),
    by: t("committee:condition.by", { name: names.get(by) ?? t("people:erased") }),
    answer: answer === null ? null : textShown(language, words.get(answer.answer)),
    answered:
      answer === null
        ? null
        : [t("committee:condition.answered", { day: format.date(answer.at) }), ...answer.evidence].join(" · "),
  };
}
