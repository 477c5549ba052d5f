import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { TechnologyCommandType, Technology } from "../../domain/technology/state/technology.ts";
import { restated } from "../../domain/technology/state/moderation.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { SheetItem } from "../../domain/technology/state/evaluation.ts";
import type { Deps } from "../deps.ts";
import { indicatorName } from "../say/condition.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import type { Content } from "../view/html.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { agreementModel } from "./agreement-said.ts";
import { moderationModel } from "./moderated-items.ts";
import { ownSheet } from "./own-sheet.ts";
import { scoreWord } from "./scores-beside.ts";
import { evaluationCrumb } from "./crumb.ts";
import { sheetsTable } from "./sheets.ts";

/** The evaluation: who scores, who has submitted, and, only after the reveal, what they said. */
export function evaluationPages({ services, people }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, technology, policy, language, person } = page;
      const { t } = language;
      const open = await actionsFor(services, row.id, person);
      const words = await wordsFor(services, res, technology, digestsOf(technology));
      const own = await ownSheet(services, page);
      const ownWords = await wordsFor(
        services,
        res,
        technology,
        own.map(({ comment }) => comment),
      );
      const evaluators = technology.evaluation?.evaluators ?? [];
      const revealed = technology.evaluation?.revealed ?? null;
      const names = person.roles.some((role) => seeNames.includes(role))
        ? await people.names(evaluators.map((assigned) => assigned.person))
        : new Map<string, string>();
      await renderTechnology(
        res,
        page,
        "pages/evaluation/evaluation",
        {
          title: t("evaluation:title", { name: row.name }),
          trail: [evaluationCrumb(page)],
          eyebrow: [departmentName(language, services.views.departments.all(), row.department), ...roundFacts(page)],
          lead: leadOf(page),
        },
        {
          blind: technology.evaluation !== null && revealed === null,
          evaluators: evaluatorRows(page, names, open),
          empty: evaluators.length > 0 ? null : emptyModel(page),
          sheets: revealed === null ? null : sheetsTable(language, policy, technology, words),
          agreement: agreementModel(page),
          moderation: moderationModel(page, open),
          own: ownRows(language, policy, own, ownWords),
          dissents: technology.dissents.map((dissent) => textShown(language, words.get(dissent.text))),
          links: linksOf(language, page.at("evaluation"), open),
          past:
            technology.pastEvaluations.length === 0
              ? null
              : t("evaluation:past", { count: technology.pastEvaluations.length }),
        },
      );
    },
  };
}

/** To everybody else evaluators are letters. */
const seeNames: readonly Role[] = ["approver", "auditor", "administrator"];

function roundFacts({ technology: { evaluation }, language: { t, format } }: TechnologyPage): readonly string[] {
  if (evaluation === null) return [];
  const due = evaluation.revealed === null ? [t("evaluation:due", { day: format.date(evaluation.dueOn) })] : [];
  return [t("evaluation:round", { round: evaluation.round }), ...due];
}

function leadOf({ technology, policy, language: { t, format } }: TechnologyPage): Content {
  const { evaluation } = technology;
  if (evaluation === null)
    return t("evaluation:lead.none", { needed: policy.tiers[technology.tier].minimumEvaluators });
  const { evaluators, revealed } = evaluation;
  if (revealed !== null)
    return t.html("evaluation:lead.revealed", { count: revealed.sheets.length, day: format.date(revealed.at) });
  const submitted = evaluators.filter(({ state }) => state === "submitted").length;
  const active = evaluators.filter(({ state }) => state === "submitted" || state === "assigned").length;
  return t.html("evaluation:lead.blind", { submitted, count: active });
}

const glyphOf = { submitted: "met", assigned: "waits", released: "withdrawn", recused: "withdrawn" } as const;

function evaluatorRows(
  { technology, language: { t }, person, at }: TechnologyPage,
  names: ReadonlyMap<string, string>,
  open: readonly TechnologyCommandType[],
) {
  return (technology.evaluation?.evaluators ?? []).map((evaluator) => ({
    letter: t("gate:margin.evaluator", { letter: evaluator.letter }),
    name: evaluator.person === person.id ? t("evaluation:you") : (names.get(evaluator.person) ?? ""),
    interest: t(`evaluation:interest.${evaluator.interest}`),
    tag: tag(t, glyphOf[evaluator.state], t(`evaluation:state.${evaluator.state}`)),
    release:
      open.includes("ReleaseEvaluator") && isAwaited(technology, evaluator.person)
        ? at(`evaluation/releases/${evaluator.letter}`)
        : null,
  }));
}

/** Somebody waits for this evaluator: for the sheet, or for what is to be restated. */
function isAwaited({ evaluation }: Technology, person: string): boolean {
  const state = evaluation?.evaluators.find(({ person: id }) => id === person)?.state;
  const revealed = evaluation?.revealed ?? null;
  if (state === "assigned") return true;
  if (state !== "submitted" || revealed === null) return false;
  return revealed.moderate.some((item) => restated(revealed, item, person) === undefined);
}

const ownRows = (language: Language, policy: Policy, own: readonly SheetItem[], words: Words) =>
  own.map(({ item, score, evidence, comment }) => ({
    name: indicatorName(language, policy, item),
    score: scoreWord(language, score),
    evidence: evidence.join(" "),
    comment: textShown(language, words.get(comment)),
  }));

const emptyModel = ({ technology, policy, language: { t } }: TechnologyPage) => ({
  title: t("evaluation:empty.title"),
  text: t("evaluation:empty.text", { needed: policy.tiers[technology.tier].minimumEvaluators }),
});

const digestsOf = ({ evaluation, dissents }: Technology): string[] => [
  ...dissents.map(({ text }) => text),
  ...(evaluation?.revealed?.sheets.flatMap(({ items }) => items.map(({ comment }) => comment)) ?? []),
  ...(evaluation?.revealed?.moderated.map(({ text }) => text) ?? []),
];

function linksOf({ t }: Language, base: string, open: readonly string[]): LinkModel[] {
  const places = [
    ["AssignEvaluators", "evaluators"],
    ["DeclareInterest", "interest"],
    ["SubmitScores", "scores"],
    ["RecordDissent", "dissent"],
  ] as const;
  return places
    .filter(([command]) => open.includes(command))
    .map(([command, place]) => ({ text: t(`evaluation:link.${command}`), href: `${base}/${place}` }));
}
