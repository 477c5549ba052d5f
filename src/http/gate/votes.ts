import { isBarred } from "../../domain/people/barred.ts";
import { countedIn } from "../../domain/technology/gate/ballot.ts";
import type { Vote } from "../../domain/technology/state/gate.ts";
import { findPerson } from "../../domain/technology/state/people.ts";
import type { VotesModel } from "../view/components.ts";
import { textShown } from "../say/text.ts";
import { withTerm } from "../say/term.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { GateParts } from "./gate-parts.ts";
import { inOneLine } from "../say/named.ts";
import { voidVotes, waitingVoters } from "./voters.ts";

/** Who may vote and who has; the quorum is a number that no recusal lowers. A vote that does not count says why. */
export function votesModel(parts: GateParts): VotesModel {
  const { view, language, names, person } = parts;
  const { t, format } = language;
  const counted = countedIn(view.votes);
  const lapsed = voidVotes(view);
  const label = (id: string): string => {
    const name = names.get(id) ?? t("technology:unknownPerson");
    return id === person.id ? t("gate:votes.you", { name }) : name;
  };
  const waiting = waitingVoters(view, person.id);
  const notYet = (id: string): string => {
    if (parts.decided !== null) return t("gate:votes.didNot");
    const facts = findPerson(view.facts, id);
    return facts === undefined || facts.barredUntil === null || !isBarred(facts, view.facts.now)
      ? t("gate:votes.notYet")
      : t("gate:votes.barred", { until: format.dateTime(facts.barredUntil) });
  };
  return {
    label: t("gate:votes.label"),
    votes: [
      ...counted.map((vote) => ({
        who: label(vote.person),
        vote: t(`words:option.${vote.option}`),
        cast: true,
        sub: subOf(parts, vote),
      })),
      ...lapsed.map(({ vote, why }) => ({
        who: label(vote.person),
        vote: t("gate:votes.notCounted"),
        cast: false,
        lapsed: true,
        sub: html`${t("gate:votes.void", { option: t(`words:option.${vote.option}`), why: t(`gate:votes.why.${why}`) })}<br />${subOf(parts, vote)}`,
      })),
      ...waiting.named.map((id) => ({ who: label(id), vote: notYet(id), cast: false })),
      ...(waiting.more === 0
        ? []
        : [
            {
              who: t("gate:votes.others", { count: waiting.more }),
              vote: t(parts.decided === null ? "gate:votes.notYet" : "gate:votes.didNot"),
              cast: false,
            },
          ]),
      ...view.state.recused.map((id) => ({ who: label(id), vote: t("gate:votes.recused"), cast: false })),
    ],
    note: withTerm(parts.language, "quorum", noteOf(parts)),
  };
}

function subOf({ language, names, words }: GateParts, { reason, at, onBehalfOf }: Vote): Content {
  const { t, format } = language;
  const behalf =
    onBehalfOf === null
      ? ""
      : ` · ${t("gate:votes.behalf", { name: names.get(onBehalfOf) ?? t("technology:unknownPerson") })}`;
  return html`${textShown(language, words.get(reason))}<br />${format.date(at)}${behalf}`;
}

/** How many votes it takes and of whom, and what lapsed. */
export function noteOf(parts: GateParts): string {
  const { view, language } = parts;
  const { t } = language;
  const lapsed = voidVotes(view);
  const causes = [...new Set(lapsed.map(({ why }) => why))];
  return inOneLine(language, [
    ...(view.open && view.eligible.length < view.quorum ? [t("gate:votes.tooFew")] : []),
    t("gate:votes.quorum", { quorum: view.quorum, eligible: view.eligible.length }),
    ...causes.map((cause) =>
      t("gate:votes.lapsed", {
        count: lapsed.filter(({ why }) => why === cause).length,
        why: t(`events:lapse.${cause}`),
      }),
    ),
  ]);
}
