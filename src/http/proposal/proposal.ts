import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { ofProposal } from "../../domain/technology/state/in-force.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { statedText } from "../say/stated.ts";
import { textShown } from "../say/text.ts";
import { crumbAt, departmentAndTier, renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import type { FactModel, LinkModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { obligations } from "../say/obligations.ts";
import { standardsNamed } from "./standards.ts";
import { digestsOf } from "./values.ts";

/** The whole proposal, readable: what planners wrote, word for word. */
export function proposalPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, technology, language, person, at } = page;
      const { proposal } = technology;
      const { t, format } = language;
      const attached = ofProposal(technology);
      const open = await actionsFor(services, row.id, person);
      const words = await wordsFor(services, res, technology, [
        ...digestsOf(proposal),
        ...attached.map(({ title }) => title),
        technology.imported?.label ?? null,
      ]);
      const paragraphs = (digest: string | null): readonly Content[] =>
        digest === null ? [t("proposal:none")] : paragraphsShown(language, words.get(digest));
      await renderTechnology(
        res,
        page,
        "pages/proposal/proposal",
        {
          title: t("proposal:whole.title", { name: row.name }),
          trail: [proposalCrumb(page)],
          eyebrow: [
            ...departmentAndTier(services, page),
            t("technology:proposed", { day: format.date(technology.proposedAt) }),
          ],
          lead: textShown(language, words.get(proposal.summary)),
        },
        {
          need: paragraphs(proposal.need),
          needOf: paragraphs(proposal.needOf),
          risks: paragraphs(proposal.risks),
          standards: standardsNamed(language, services.views.standards.register(), proposal.standards),
          declare: open.includes("StateSafeguard")
            ? { text: t("proposal:standards.declare"), href: at("safeguards/new/conformance") }
            : null,
          scale: scaleFacts(technology, language),
          tier: tierText(technology, language, services.views.policies.current()),
          people: await peopleFacts(deps, technology, language),
          similar: seenLinks(deps, technology, language),
          stated: statedText(language, technology, words),
          attached: attached.map(attachedModel(page, words)),
          actions: actionsOf(page, open),
        },
      );
    },
  };
}

/** A document that was attached before the pilot: its title leads to its files. */
const attachedModel =
  ({ language, at }: TechnologyPage, words: Words) =>
  ({ evidence, title, state, attachedAt }: Piece) => ({
    title: textShown(language, words.get(title)),
    href: at(`evidence/${evidence}`),
    note: language.t(`proposal:whole.${state === "withdrawn" ? "attachedWithdrawn" : "attachedOn"}`, {
      day: language.format.date(attachedAt),
    }),
  });

export const proposalCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "proposal:crumb", "proposal");

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

function tierText({ proposal, tier, assessedTier }: Technology, language: Language, policy: Policy): string {
  const asked = obligations(language, policy, tier);
  return proposal.tierStated || assessedTier !== null
    ? asked
    : language.t("proposal:whole.tierOpen", { obligations: asked });
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
  { row, person, language: { t }, at }: TechnologyPage,
  open: readonly TechnologyCommandType[],
): readonly LinkModel[] {
  const own = [
    { command: "ReviseProposal", place: "proposal/revision" },
    { command: "WithdrawProposal", place: "proposal/withdrawal" },
  ] as const;
  return [
    ...own
      .filter(({ command }) => open.includes(command))
      .map(({ command, place }) => ({ text: t(`technology:action.${command}`), href: at(place) })),
    ...(person.roles.includes("planner") && ended.includes(row.stage)
      ? [{ text: t("proposal:whole.again"), href: `/technologies/new?predecessor=${row.slug}` }]
      : []),
  ];
}
