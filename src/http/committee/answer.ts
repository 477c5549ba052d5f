import type { Request, Response } from "express";
import { z } from "zod";
import { conditionsOf } from "../../domain/technology/state/committee.ts";
import type { PanelCondition } from "../../domain/technology/state/committee.ts";
import { isInForce } from "../../domain/technology/state/in-force.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, manyTexts, requiredText } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import { plainWords } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { textShown } from "../say/text.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { panelCrumb, panelPage } from "./panel-page.ts";
import type { PanelPage } from "./panel-page.ts";

export const answerSchema = z.object({
  done: choice(["yes", "no"], { missing: "committee:answer.missing" }),
  answer: requiredText(4000, { missing: "committee:answer.textMissing" }),
  evidence: manyTexts(100),
});

type AnswerPage = PanelPage & { readonly set: PanelCondition };

/** A planner says what became of one condition of the committee: done and how, or not and why. */
export const answerPages = (deps: Deps) =>
  formPage<typeof answerSchema, AnswerPage>(
    deps.services,
    {
      schema: answerSchema,
      roles: ["planner"],
      action: ({ at, set }) => at(`committee/conditions/${set.condition}`),
      blank: blankAnswer,
      command: ({ done, answer, evidence }, { set }) => ({
        type: "AnswerCommitteeCondition",
        condition: set.condition,
        answer: { text: answer },
        evidence,
        done: done === "yes",
      }),
      done: () => ({ to: "committee", key: "committee:answer.done" }),
      show: answerShown,
    },
    (req, res) => gather(deps, req, res),
  );

async function gather(deps: Deps, req: Request, res: Response): Promise<AnswerPage> {
  const page = await panelPage(deps, req, res);
  const conditions = page.panel === null ? [] : conditionsOf(page.panel);
  const set = conditions.find(({ condition }) => condition === pathValue(req, "set"));
  return { ...page, set: set ?? notFound() };
}

function blankAnswer({ row, words, set: { answer } }: AnswerPage): FormState {
  if (answer === null) return formInStage(row, "AnswerCommitteeCondition");
  const { done, evidence } = answer;
  const typed = { done: done ? "yes" : "no", evidence, answer: plainWords(words, answer.answer) };
  return formInStage(row, "AnswerCommitteeCondition", typed);
}

function answerShown(page: AnswerPage, fields: Fields): FormFace {
  const { row, technology, today, language, words, set, at } = page;
  const { t } = language;
  return {
    view: "pages/committee/answer",
    head: {
      title: t("committee:answer.title", { name: row.name, condition: set.condition }),
      trail: [panelCrumb(page)],
      lead: textShown(language, words.get(set.text)),
    },
    model: {
      done: fields.radios("done", {
        legend: t("committee:answer.question"),
        options: [
          { value: "yes", label: t("committee:answer.yes"), hint: t("committee:answer.yesHint") },
          { value: "no", label: t("committee:answer.no"), hint: t("committee:answer.noHint") },
        ],
      }),
      answer: fields.textarea("answer", {
        label: t("committee:answer.text"),
        hint: t("committee:answer.textHint"),
        rows: 5,
      }),
      evidence: fields.checkboxes("evidence", {
        legend: t("committee:answer.evidence"),
        hint: t("committee:answer.evidenceHint"),
        stacked: true,
        options: technology.evidence
          .filter((piece) => isInForce(piece, today))
          .map(({ evidence, kind }) => ({ value: evidence, label: `${evidence} · ${t(`words:kind.${kind}`)}` })),
      }),
      back: at("committee"),
    },
  };
}
