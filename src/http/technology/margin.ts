import type { Identities } from "../../application/people/identities.ts";
import type { TextResult } from "../../application/texts.ts";
import type { Similar } from "../../projections/similar.ts";
import { textShown } from "../say/text.ts";
import type { FactModel, NoteModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { TechnologyPage } from "./page.ts";

export type MarginModel = {
  readonly need: Content;
  readonly demand: readonly FactModel[];
  readonly people: readonly FactModel[];
  readonly similar: NoteModel | null;
  readonly proposal: string;
};

export async function marginOf(
  page: TechnologyPage,
  words: ReadonlyMap<string, TextResult>,
  people: Identities,
  similar: readonly Similar[],
): Promise<MarginModel> {
  const { technology, language, row } = page;
  return {
    need: textShown(language, words.get(technology.proposal.need)),
    demand: demandFacts(page),
    people: peopleFacts(page, await people.names([row.proposer, row.sponsor])),
    similar: similar.length === 0 ? null : similarNote(page, similar),
    proposal: `/technologies/${row.slug}/proposal`,
  };
}

function demandFacts({ technology, language }: TechnologyPage): FactModel[] {
  const { t, format } = language;
  const { demand, cost, dataClass, personalInformation } = technology.proposal;
  const stated = (value: number | null): string => (value === null ? t("technology:notStated") : format.number(value));
  return [
    { term: t("technology:fact.users"), value: stated(demand.users) },
    { term: t("technology:fact.requests"), value: stated(demand.requestsPerSecond) },
    { term: t("technology:fact.records"), value: stated(demand.recordsPerHour) },
    {
      term: t("technology:fact.cost"),
      value: cost.annual === null ? t("technology:notStated") : `${format.number(cost.annual)} ${cost.currency}`,
    },
    { term: t("technology:fact.data"), value: t(`words:dataClass.${dataClass}`) },
    { term: t("technology:fact.personal"), value: t(`words:personalInformation.${personalInformation}`) },
  ];
}

function peopleFacts({ technology, language, row }: TechnologyPage, names: ReadonlyMap<string, string>): FactModel[] {
  const { t, format } = language;
  const evaluators = technology.evaluation?.evaluators ?? [];
  return [
    { term: t("words:role.planner"), value: names.get(row.proposer) ?? t("technology:unknownPerson") },
    { term: t("technology:fact.sponsor"), value: names.get(row.sponsor) ?? t("technology:unknownPerson") },
    {
      term: t("technology:fact.evaluators"),
      value:
        evaluators.length === 0 ? t("technology:noEvaluators") : format.list(evaluators.map(({ letter }) => letter)),
    },
  ];
}

function similarNote({ language }: TechnologyPage, similar: readonly Similar[]): NoteModel {
  const { t } = language;
  return {
    title: t("technology:similar"),
    count: String(similar.length),
    items: similar.map(({ technology: row }) => ({
      content: t.html("technology:similarLink", { name: row.name, href: `/technologies/${row.slug}` }),
      sub: t(`words:stage.${row.stage}`),
    })),
  };
}
