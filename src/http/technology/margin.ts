import type { Identities } from "../../authority/identities.ts";
import type { TextResult } from "../../application/texts.ts";
import type { DecisionView } from "../../projections/decisions/drift.ts";
import type { Similar } from "../../projections/portfolio/similar.ts";
import type { Services } from "../../application/services.ts";
import { textShown } from "../say/text.ts";
import { costNote } from "../say/cost-note.ts";
import { topRisks } from "../say/top-risks.ts";
import type { House } from "../house.ts";
import type { FactModel, LinkModel, NoteModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { html } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { TechnologyPage } from "../technology-page.ts";

export type MarginModel = {
  readonly need: Content;
  readonly people: readonly FactModel[];
  readonly similar: NoteModel | null;
  /** The worst ones that are rated. */
  readonly risks: NoteModel | null;
  /** By the newest report. */
  readonly costs: NoteModel | null;
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
    people: peopleFacts(page, await people.names([row.proposer, row.sponsor])),
    similar: similar.length === 0 ? null : similarNote(page, similar),
    risks: topRisks(page),
    costs: costNote(page),
    proposal: `/technologies/${row.slug}/proposal`,
  };
}

/** All that can be read about it, for whoever comes to read. */
export const pagesOf = (
  { language: { t }, at }: TechnologyPage,
  { pages }: Pick<House, "pages">,
): readonly LinkModel[] => pages.map((page) => ({ text: t(`technology:page.${page}`), href: at(page) }));

/** What was decided here, and what this one follows. */
export const decidedNotes = (
  page: TechnologyPage,
  portfolio: Services["views"]["portfolio"],
  decisions: readonly DecisionView[],
) => ({
  decisions: decisionsNote(page, decisions),
  predecessor: predecessorNote(page, portfolio),
});

export function demandFacts({ technology, language }: TechnologyPage): FactModel[] {
  const { t, format } = language;
  const { kind, demand, cost, dataClass, personalInformation } = technology.proposal;
  const stated = (value: number | null): string => (value === null ? t("technology:notStated") : format.number(value));
  return [
    ...(kind === undefined ? [] : [{ term: t("technology:fact.kind"), value: t(`words:technologyKind.${kind}`) }]),
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
  const { t, format } = language;
  return {
    title: t("technology:similar"),
    count: String(similar.length),
    items: similar.map(({ technology: row, shared }) => ({
      content: t.html("technology:similarLink", { name: row.name, href: `/technologies/${row.slug}` }),
      sub:
        shared.length === 0
          ? `${t(`words:stage.${row.stage}`)} · ${t("proposal:similar.sharedNeed")}`
          : t("technology:similarShared", {
              stage: t(`words:stage.${row.stage}`),
              words: format.list(shared.slice(0, 3).map((word) => t("technology:sharedWord", { word }))),
            }),
    })),
  };
}

/** What was decided here, newest first; a decision whose ground changed since says so. */
function decisionsNote({ language }: TechnologyPage, decisions: readonly DecisionView[]): NoteModel | null {
  const { t, format } = language;
  if (decisions.length === 0) return null;
  return {
    title: t("technology:decisions"),
    count: String(decisions.length),
    items: decisions.map(({ gate, outcome, position, decidedAt, drift }) => ({
      content: html`<a href="/decisions/${position}"
        >${t("technology:decision", { gate: t(`words:gate.${gate}`), outcome: t(`events:decided.${outcome}`) })}</a
      >`,
      sub: format.date(decidedAt),
      ...(drift.length > 0 && { tag: tag(t, "drifted", t("technology:drift")) }),
    })),
  };
}

function predecessorNote(
  { technology, language }: TechnologyPage,
  portfolio: Services["views"]["portfolio"],
): NoteModel | null {
  const { t } = language;
  const past = technology.predecessor === null ? null : portfolio.byId(technology.predecessor);
  if (past === null) return null;
  return {
    title: t("technology:predecessor"),
    items: [
      {
        content: html`<a href="/technologies/${past.slug}">${past.name}</a>`,
        sub: t(`words:stage.${past.stage}`),
      },
    ],
  };
}
