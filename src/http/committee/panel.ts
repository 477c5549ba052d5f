import type { Request, Response } from "express";
import { committeeRulesOf } from "../../domain/policy/safeguards/committee.ts";
import { conditionsOf, standingOpinion } from "../../domain/technology/state/committee.ts";
import type { Panel } from "../../domain/technology/state/committee.ts";
import { isOver, standingOf, tallyOf } from "../../domain/technology/state/panel-tally.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { textInFile } from "../say/text.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { EmptyModel, LinkModel, TableModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { conditionModel } from "./condition-model.ts";
import { memberModel } from "./member-model.ts";
import { organisationText } from "../say/organisation.ts";
import { panelCrumb, panelPage } from "./panel-page.ts";
import type { PanelPage } from "./panel-page.ts";

/** Who was asked about a technology, what each of them advises, and how each condition was answered. */
export function panelPages(deps: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await panelPage(deps, req, res);
      const { row, technology, panel, language } = page;
      const { t } = language;
      await renderTechnology(
        res,
        page,
        "pages/committee/panel",
        {
          title: t("committee:title", { name: row.name }),
          trail: [panelCrumb(page)],
          eyebrow: departmentAndTier(deps.services, page),
          lead: leadOf(page),
        },
        {
          empty: panel === null ? emptyModel(page) : null,
          actions: panel === null ? [] : actionsOf(page, panel),
          facts: panel === null ? null : factsOf(page, panel),
          question: panel?.question == null ? null : paragraphsShown(language, page.words.get(panel.question)),
          members: (panel?.members ?? []).map((member) => memberModel(page, member)),
          conditions: panel === null ? [] : conditionsOf(panel).map((condition) => conditionModel(page, condition)),
          files: panel === null ? null : filesOf(page.at("committee")),
          earlier: technology.panels.length - (panel === null ? 0 : 1),
          committee: "/committee",
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await panelPage(deps, req, res);
      return listOfTable(`${page.row.slug}-committee`, tableOf(page), { 6: "day" });
    },
  };
}

function leadOf({ technology, policy, panel, today, language: { t, format } }: PanelPage): Content {
  const quorum = committeeRulesOf(policy).quorum[technology.tier];
  if (panel === null) return t("committee:lead.none", { quorum });
  const tally = tallyOf(technology, panel);
  const [runs, over] = tally.given >= quorum ? ["enough", "over"] : ["runs", "short"];
  const key = isOver(panel, today) ? over : runs;
  return t.html(`committee:lead.${key}`, { ...tally, quorum, day: format.date(panel.deadline) });
}

function emptyModel({ technology: { stage }, language: { t }, open, at }: PanelPage): EmptyModel {
  const mayInvite = open.includes("InviteCommittee");
  return {
    title: t("committee:empty.title"),
    text: t(`committee:empty.${mayInvite ? "text" : stage === "evaluating" ? "others" : "later"}`),
    ...(mayInvite && { action: { text: t("committee:invite.link"), href: at("committee/invitation") } }),
  };
}

/** The first is the one that waits for whoever looks. */
function actionsOf({ open, person, language: { t }, at }: PanelPage, panel: Panel): readonly LinkModel[] {
  const own = panel.members.find((member) => member.person === person.id);
  const links: LinkModel[] = [];
  if (own !== undefined && open.includes("GiveOpinion"))
    links.push(
      own.interest === "undeclared"
        ? { text: t("committee:interest.link"), href: at("committee/interest") }
        : {
            text: t(own.opinions.length === 0 ? "committee:opinion.link" : "committee:opinion.again"),
            href: at("committee/opinion"),
          },
    );
  if (own?.interest === "none" && open.includes("DeclareCommitteeInterest"))
    links.push({ text: t("committee:interest.later"), href: at("committee/interest") });
  if (open.includes("InviteCommittee"))
    links.push({ text: t("committee:invite.again"), href: at("committee/invitation") });
  return links;
}

function factsOf({ technology, policy, language: { t, format } }: PanelPage, panel: Panel) {
  const tally = tallyOf(technology, panel);
  const kinds = ["for", "against", "abstained", "recused", "older", "awaited"] as const;
  return [
    { term: t("committee:fact.deadline"), value: format.date(panel.deadline) },
    { term: t("committee:fact.quorum"), value: format.number(committeeRulesOf(policy).quorum[technology.tier]) },
    ...kinds
      .filter((kind) => tally[kind] > 0 || kind === "for" || kind === "against")
      .map((kind) => ({ term: t(`committee:fact.${kind}`), value: format.number(tally[kind]) })),
  ];
}

function tableOf({ technology, panel, language, words, names, services }: PanelPage): TableModel {
  const { t, format } = language;
  return {
    caption: t("committee:crumb"),
    columns: ["name", "field", "organisation", "opinion", "reasons", "conditions", "day"].map((name) => ({
      label: t(`committee:column.${name}`),
    })),
    rows: (panel?.members ?? []).map((member) => {
      const opinion = standingOpinion(member);
      return {
        cells: [
          { content: names.get(member.person) ?? t("people:erased"), header: true },
          { content: member.field },
          { content: organisationText(services, language, member.organisation) },
          { content: t(`committee:standing.${standingOf(technology, member)}`) },
          { content: opinion === null ? "" : textInFile(language, words.get(opinion.reasons)) },
          { content: (opinion?.conditions ?? []).map(({ text }) => textInFile(language, words.get(text))).join("; ") },
          { content: opinion === null ? "" : format.isoDay(opinion.at) },
        ],
      };
    }),
  };
}
