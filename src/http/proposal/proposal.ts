import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { textShown } from "../say/text.ts";
import { theTechnology } from "../technology-page.ts";
import type { FactModel, LinkModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { obligations } from "./options.ts";
import { digestsOf } from "./values.ts";

/** The whole proposal, readable: what planners wrote, word for word. */
export function proposalPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const technology = (await services.views.technologyState(row.id)) ?? notFound();
      const { proposal } = technology;
      const language = languageOf(res);
      const { t, format } = language;
      const words = await wordsFor(services, res, technology, digestsOf(proposal));
      const shown = (digest: string | null): readonly Content[] =>
        digest === null ? [t("proposal:none")] : paragraphsShown(language, words.get(digest));
      await render(
        res,
        "pages/proposal/proposal",
        {
          title: t("proposal:whole.title", { name: row.name }),
          section: "portfolio",
          crumbs: crumbsOf(t, row),
          eyebrow: [
            departmentName(language, services.views.departments.all(), row.department),
            t("words:impactTier", { tier: t(`words:tier.${row.tier}`) }),
            t("technology:proposed", { day: format.date(technology.proposedAt) }),
          ],
          lead: textShown(language, words.get(proposal.summary)),
        },
        {
          need: shown(proposal.need),
          needOf: shown(proposal.needOf),
          risks: shown(proposal.risks),
          standards: proposal.standards,
          scale: scaleFacts(technology, language),
          tier: tierText(technology, language, services.views.policies.current()),
          people: await peopleFacts(deps, technology, language),
          similar: seenLinks(deps, technology, language),
          actions: actionsOf(
            t,
            row,
            await actionsFor(services, row.id, personOf(res)),
            personOf(res).roles.includes("planner"),
          ),
        },
      );
    },
  };
}

export const crumbsOf = (t: (key: string) => string, row: PortfolioRow) => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: row.name, href: `/technologies/${row.slug}` },
  { text: t("proposal:crumb"), href: `/technologies/${row.slug}/proposal` },
];

function scaleFacts({ proposal }: Technology, { t, format }: Language): FactModel[] {
  const { demand, cost, dataClass, personalInformation } = proposal;
  const stated = (value: number | null, unit = ""): string =>
    value === null ? t("technology:notStated") : `${format.number(value)}${unit}`;
  return [
    { term: t("technology:fact.users"), value: stated(demand.users) },
    { term: t("technology:fact.requests"), value: stated(demand.requestsPerSecond) },
    { term: t("technology:fact.records"), value: stated(demand.recordsPerHour) },
    { term: t("proposal:field.pilot"), value: stated(cost.pilot, ` ${cost.currency}`) },
    { term: t("proposal:field.annual"), value: stated(cost.annual, ` ${cost.currency}`) },
    { term: t("technology:fact.data"), value: t(`words:dataClass.${dataClass}`) },
    { term: t("technology:fact.personal"), value: t(`words:personalInformation.${personalInformation}`) },
  ];
}

function tierText({ proposal }: Technology, language: Language, policy: Policy): string {
  const asked = obligations(language, policy, proposal.tier);
  return proposal.tierStated ? asked : language.t("proposal:whole.tierOpen", { obligations: asked });
}

/** Authors are everyone who wrote a part of proposal or plan; the sponsor is one by office. */
async function peopleFacts(
  { people }: Deps,
  { proposal, authors }: Technology,
  { t, format }: Language,
): Promise<FactModel[]> {
  const names = await people.names([...authors, proposal.sponsor]);
  const name = (id: string): string => names.get(id) ?? t("technology:unknownPerson");
  return [
    { term: t("technology:fact.sponsor"), value: name(proposal.sponsor) },
    {
      term: t("proposal:whole.authors"),
      value: format.list(authors.filter((id) => id !== proposal.sponsor).map(name)),
    },
  ];
}

function seenLinks({ services }: Deps, { proposal, predecessor }: Technology, { t }: Language): readonly Content[] {
  const { portfolio } = services.views;
  const before = predecessor === null ? null : portfolio.bySlug(predecessor);
  const seen = proposal.similarSeen.flatMap((id) => portfolio.byId(id) ?? []);
  const link = (row: PortfolioRow): Content =>
    html`<a href="/technologies/${row.slug}">${row.name}</a>
      <span class="muted">${t(`words:stage.${row.stage}`)}</span>`;
  return [
    ...(before === null ? [] : [html`${link(before)} <span class="muted">${t("proposal:whole.predecessor")}</span>`]),
    ...seen.filter(({ slug }) => slug !== predecessor).map(link),
  ];
}

const ended: readonly string[] = ["withdrawn", "rejected", "stopped", "retired"];

function actionsOf(
  t: (key: string) => string,
  row: PortfolioRow,
  open: readonly TechnologyCommandType[],
  planner: boolean,
): LinkModel[] {
  const link = (key: string, href: string): LinkModel => ({ text: t(key), href });
  return [
    ...(open.includes("ReviseProposal")
      ? [link("technology:action.ReviseProposal", `/technologies/${row.slug}/proposal/revision`)]
      : []),
    ...(open.includes("WithdrawProposal")
      ? [link("technology:action.WithdrawProposal", `/technologies/${row.slug}/proposal/withdrawal`)]
      : []),
    ...(planner && ended.includes(row.stage)
      ? [link("proposal:whole.again", `/technologies/new?predecessor=${row.slug}`)]
      : []),
  ];
}
