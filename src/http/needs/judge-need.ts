import { z } from "zod";
import { coverages, standingJudgement } from "../../domain/technology/state/needs.ts";
import type { Need } from "../../domain/technology/state/needs.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, manyTexts, requiredText } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import type { NamedDepartment } from "../say/department.ts";
import { borrowedChoices } from "../say/borrowed.ts";
import { textShown } from "../say/text.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { pathValue } from "../request-values.ts";
import { needsCrumb, needsPage } from "./needs-page.ts";
import { plainWords } from "../private-words.ts";
import type { NeedsPage } from "./needs-page.ts";
import { linkable } from "../../domain/technology/state/in-force.ts";

export const judgementSchema = z.object({
  coverage: choice(coverages, { missing: "needs:judge.missing" }),
  evidence: manyTexts(100),
  text: requiredText(4000),
});

type JudgementPage = NeedsPage & { readonly need: Need; readonly departments: readonly NamedDepartment[] };

/** One need, judged by an evaluator: how far it is met, on which evidence, and why. */
export const judgeNeedPages = ({ services }: Deps) =>
  formPage<typeof judgementSchema, JudgementPage>(
    services,
    {
      schema: judgementSchema,
      roles: ["evaluator"],
      action: ({ at, need }) => at(`needs/${need.need}/judgement`),
      blank: blankJudgement,
      command: ({ coverage, evidence, text }, { need }) => ({
        type: "JudgeNeed",
        need: need.need,
        coverage,
        evidence,
        text: { text },
      }),
      done: () => ({ to: "needs", key: "needs:judge.done" }),
      show: judgementShown,
    },
    async (req, res) => {
      const page = await needsPage(services, req, res);
      const need = page.technology.needs.find((stated) => stated.need === pathValue(req, "need"));
      return { ...page, need: need ?? notFound(), departments: services.views.departments.all() };
    },
  );

function blankJudgement({ row, technology, words, need }: JudgementPage): FormState {
  const judgement = standingJudgement(technology, need);
  if (judgement === null) return formInStage(row, "JudgeNeed");
  const { coverage, evidence, text } = judgement;
  return formInStage(row, "JudgeNeed", { coverage, evidence, text: plainWords(words, text) });
}

function judgementShown(page: JudgementPage, fields: Fields): FormFace {
  const { language, words, need, row, at } = page;
  const { t } = language;
  return {
    view: "pages/needs/judgement",
    head: {
      title: t("needs:judge.title", { need: need.need, name: row.name }),
      trail: [needsCrumb(page)],
      lead: textShown(language, words.get(need.text)),
    },
    model: {
      coverage: fields.radios("coverage", {
        legend: t("needs:judge.coverage"),
        options: coverages.map((coverage) => ({
          value: coverage,
          label: t(`needs:coverage.${coverage}`),
          hint: t(`needs:judge.hint.${coverage}`),
        })),
      }),
      evidence: fields.checkboxes("evidence", {
        legend: t("needs:judge.evidence"),
        hint: t("needs:judge.evidenceHint"),
        stacked: true,
        options: [...countingPieces(page), ...borrowedChoices(page)],
      }),
      text: fields.textarea("text", { label: t("needs:judge.why"), hint: t("needs:judge.whyHint"), rows: 4 }),
      back: at("needs"),
    },
  };
}

const countingPieces = ({ technology, language: { t }, today }: JudgementPage) =>
  linkable(technology, today).map(({ evidence, kind }) => ({
    value: evidence,
    label: `${evidence} · ${t(`words:kind.${kind}`)}`,
  }));
