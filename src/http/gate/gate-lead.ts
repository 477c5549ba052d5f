import { countedIn } from "../../domain/technology/gate/ballot.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { conditionsTitle } from "./conditions.ts";
import type { GateParts } from "./gate-parts.ts";
import { voidVotes } from "./voters.ts";
import { inOneLine } from "../say/named.ts";

/** The question of the gate, and the news in bold: decided, waiting for votes, or how many conditions are open. */
export function gateLead(parts: GateParts): Content {
  const { t } = parts.language;
  return html`${t(`gate:question.${parts.view.gate}`)} <strong>${newsOf(parts)}</strong>`;
}

function newsOf(parts: GateParts): string {
  const { view, decided, asOf, language } = parts;
  const { t, format } = language;
  if (decided !== null)
    return t("gate:lead.decided", { outcome: t(`words:option.${decided.outcome}`), day: format.date(decided.at) });
  if (asOf === null && !view.open) return t("gate:lead.notOpen");
  const votes = countedIn(view.votes).length;
  const lapsed = voidVotes(view).length;
  const state = t("gate:lead.sentence", { text: conditionsTitle(language, view.conditions) });
  const { quorum } = view;
  const cast = votes === 0 ? t("gate:lead.noVote", { quorum }) : t("gate:lead.votes", { count: votes, quorum });
  const sentences = [state, cast, ...(lapsed === 0 ? [] : [t("gate:lead.lapsed", { count: lapsed })])];
  return inOneLine(language, sentences);
}
