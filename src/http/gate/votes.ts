import type { VotesModel } from "../view/components.ts";
import { textShown } from "../say/text.ts";
import { html } from "../view/html.ts";
import type { GateParts } from "./parts.ts";

/** Who may vote and who has; the quorum is a number that no recusal lowers. */
export function votesModel({ view, language, names, person, words }: GateParts): VotesModel {
  const { t, format } = language;
  const votes = view.state.ballots[view.gate]?.votes ?? [];
  const lapsed = view.state.ballots[view.gate]?.lapsed ?? null;
  const label = (id: string): string => {
    const name = names.get(id) ?? t("technology:unknownPerson");
    return id === person.id ? t("gate:votes.you", { name }) : name;
  };
  const others = view.eligible.filter((id) => !votes.some((vote) => vote.person === id));
  return {
    label: t("gate:votes.label"),
    votes: [
      ...votes.map((vote) => ({
        who: label(vote.person),
        vote: t(`words:option.${vote.option}`),
        cast: true,
        sub: html`${textShown(language, words.get(vote.reason))}<br />${format.date(vote.at)}${
            vote.onBehalfOf === null
              ? ""
              : ` · ${t("gate:votes.behalf", { name: names.get(vote.onBehalfOf) ?? t("technology:unknownPerson") })}`
          }`,
      })),
      ...others.map((id) => ({ who: label(id), vote: t("gate:votes.notYet"), cast: false })),
      ...view.state.recused.map((id) => ({ who: label(id), vote: t("gate:votes.recused"), cast: false })),
    ],
    note: [
      ...(view.open && view.eligible.length < view.quorum ? [t("gate:votes.tooFew")] : []),
      t("gate:votes.quorum", { quorum: view.quorum, eligible: view.eligible.length }),
      ...(lapsed === null
        ? []
        : [t("gate:votes.lapsed", { count: lapsed.voters.length, why: t(`events:lapse.${lapsed.why}`) })]),
    ].join(" "),
  };
}
