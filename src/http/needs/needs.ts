import type { Request, Response } from "express";
import { standingJudgement } from "../../domain/technology/state/needs.ts";
import type { Coverage, Need } from "../../domain/technology/state/needs.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { listOfTable } from "../lists/list-file.ts";
import type { ListFile } from "../lists/list-file.ts";
import { textInFile, textShown } from "../say/text.ts";
import { departmentAndTier, renderTechnology } from "../technology-page.ts";
import type { EmptyModel, TableModel, TagModel } from "../view/components.ts";
import type { Glyph } from "../view/glyphs.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import { needsPage, needsCrumb } from "./needs-page.ts";
import type { NeedsPage } from "./needs-page.ts";

/** What people need, one by one, and how far the pilot showed that each need is met. */
export function needsPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await needsPage(services, req, res);
      const { row, technology, language, open, at } = page;
      const { t } = language;
      const any = technology.needs.length > 0;
      await renderTechnology(
        res,
        page,
        "pages/needs/needs",
        {
          title: t("needs:title", { name: row.name }),
          trail: [needsCrumb(page)],
          eyebrow: departmentAndTier(services, page),
          lead: leadOf(page),
        },
        {
          empty: any ? null : emptyModel(page),
          needs: technology.needs.map((need) => needModel(page, need)),
          change: any && open.includes("StateNeeds") ? at("needs/list") : null,
          files: any ? filesOf(at("needs")) : null,
        },
      );
    },

    async list(req: Request, res: Response): Promise<ListFile> {
      const page = await needsPage(services, req, res);
      return listOfTable(`${page.row.slug}-needs`, tableOf(page), { 5: "day" });
    },
  };
}

/** How many needs are met, and what that leaves open. */
function leadOf({ technology, language: { t } }: NeedsPage): Content {
  const { needs, stage } = technology;
  if (needs.length === 0) return t("needs:lead.none");
  const judged = needs.flatMap((need) => standingJudgement(technology, need) ?? []);
  if (judged.length === 0)
    return t(`needs:lead.${stage === "evaluating" ? "toJudge" : "stated"}`, { count: needs.length });
  const met = judged.filter(({ coverage }) => coverage === "met").length;
  return t.html("needs:lead.judged", { met, judged: judged.length, count: needs.length });
}

function emptyModel({ language: { t }, open, at }: NeedsPage): EmptyModel {
  const mayState = open.includes("StateNeeds");
  return {
    title: t("needs:empty.title"),
    text: t(`needs:empty.${mayState ? "text" : "later"}`),
    ...(mayState && { action: { text: t("needs:empty.action"), href: at("needs/list") } }),
  };
}

const glyphs: { readonly [C in Coverage]: Glyph } = {
  met: "met",
  partly: "unknown",
  "not-met": "unmet",
  "not-tested": "waits",
};

function coverageTag({ technology, language: { t } }: NeedsPage, need: Need): TagModel {
  const coverage = standingJudgement(technology, need)?.coverage;
  return coverage === undefined
    ? tag(t, "waits", t("needs:unjudged"))
    : tag(t, glyphs[coverage], t(`needs:coverage.${coverage}`));
}

function needModel(page: NeedsPage, need: Need) {
  const { technology, language, words, open, at } = page;
  const { t, format } = language;
  const judgement = standingJudgement(technology, need);
  return {
    id: need.need,
    text: textShown(language, words.get(need.text)),
    tag: coverageTag(page, need),
    why: judgement === null ? null : textShown(language, words.get(judgement.text)),
    rests:
      judgement === null
        ? null
        : html`${t("needs:judged", { day: format.date(judgement.at), letter: letterOf(page, judgement.by) })}
          ${judgement.evidence.map((id) => html`<a href="${at(`evidence/${id}`)}">${id}</a> `)}`,
    judge: open.includes("JudgeNeed")
      ? {
          text: t(judgement === null ? "needs:judge.link" : "needs:judge.again", { need: need.need }),
          href: at(`needs/${need.need}/judgement`),
        }
      : null,
  };
}

/** Evaluators are letters to their readers. */
const letterOf = ({ technology }: NeedsPage, person: string): string =>
  technology.evaluation?.evaluators.find((evaluator) => evaluator.person === person)?.letter ?? "–";

function tableOf({ technology, language, words }: NeedsPage): TableModel {
  const { t } = language;
  return {
    caption: t("needs:crumb"),
    columns: ["need", "text", "coverage", "evidence", "why", "day"].map((name) => ({
      label: t(`needs:column.${name}`),
    })),
    rows: technology.needs.map((need) => {
      const judgement = standingJudgement(technology, need);
      return {
        cells: [
          { content: need.need, header: true },
          { content: textInFile(language, words.get(need.text)) },
          { content: judgement === null ? t("needs:unjudged") : t(`needs:coverage.${judgement.coverage}`) },
          { content: judgement?.evidence.join(" ") ?? "" },
          { content: judgement === null ? "" : textInFile(language, words.get(judgement.text)) },
          { content: judgement === null ? "" : language.format.isoDay(judgement.at) },
        ],
      };
    }),
  };
}
