import type { Request, Response } from "express";
import { z } from "zod";
import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { Safeguard } from "../../domain/technology/state/safeguards.ts";
import type { RawTechnologyCommand } from "../../application/raw-command.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { optionalText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";
import { addRow } from "../forms/rows.ts";
import { formInStage } from "../forms/stage.ts";
import type { Typed } from "../forms/typed.ts";
import { mustRead, wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace, FormPage } from "../technology-form.ts";
import type { Form as Fields } from "../view/form.ts";
import { answersTyped, comparable, sectionsOf } from "./form-fields.ts";
import { safeguardsCrumb, safeguardsPage } from "./page.ts";
import type { SafeguardsPage } from "./page.ts";
import { prefilled } from "./prefilled.ts";
import { readingOf } from "./reading.ts";
import { textsOf } from "./texts-of.ts";
import { filledRows, readAnswers, typedAnswers } from "./typed-answers.ts";
import { kindName, kindText, questionLabel } from "../stated/words.ts";

export const safeguardSchema = z.object({
  answers: z.record(z.string().max(80), z.unknown()).default({}),
  intent: optionalText(100),
});

type Schema = typeof safeguardSchema;

type StatePage = SafeguardsPage & {
  readonly kind: SafeguardKind;
  /** Null: a new one. */
  readonly safeguard: Safeguard | null;
  readonly words: Words;
};

/** A statement written, as a draft on record or handed in for review. */
export const newStatementPages = (deps: Deps): FormPage<Schema> =>
  statePages(deps, async (req, res) => {
    const page = await safeguardsPage(deps.services, req, res);
    mustRead(deps.services, res, page.technology);
    const kind = safeguardKind(pathValue(req, "kind")) ?? notFound();
    return { ...page, kind, safeguard: null, words: new Map() };
  });

/** The same written anew: what was accepted of it stands no longer. */
export const editStatementPages = (deps: Deps): FormPage<Schema> =>
  statePages(deps, async (req, res) => {
    const page = await safeguardsPage(deps.services, req, res);
    mustRead(deps.services, res, page.technology);
    const item = pathValue(req, "statement");
    const safeguard = page.technology.safeguards.find((stated) => stated.item === item) ?? notFound();
    const kind = safeguardKind(safeguard.kind) ?? notFound();
    const words = await wordsFor(deps.services, res, page.technology, textsOf(kind, page.policy, safeguard));
    return { ...page, kind, safeguard, words };
  });

const statePages = (deps: Deps, gather: (req: Request, res: Response) => Promise<StatePage>): FormPage<Schema> =>
  formPage<Schema, StatePage>(
    deps.services,
    {
      schema: safeguardSchema,
      roles: ["planner", "evaluator", "approver"],
      action: (page) => placeOf(page),
      blank: blankStatement,
      aside: (form, page) => asideOf(form.typed, form.version, page),
      asShown: reasonsAtTheirFields,
      problem: typedWrongly,
      command: ({ answers, intent }, page): RawTechnologyCommand => ({
        type: "StateSafeguard",
        kind: page.kind.key,
        item: page.safeguard?.item ?? null,
        // Words where the domain has digests: sealing finds them by their shape.
        answers: readAnswers(page.kind.questions(page.policy), answers).answers as never,
        submit: intent === "submit",
      }),
      done: ({ intent }, page) => ({
        to: page.safeguard === null ? "safeguards" : `safeguards/${page.safeguard.item}`,
        key: intent === "submit" ? "safeguards:form.submitted" : "safeguards:form.kept",
      }),
      show: (page, fields, form) => formShown(deps, page, fields, form),
    },
    gather,
  );

const placeOf = ({ at, kind, safeguard }: StatePage): string =>
  at(safeguard === null ? `safeguards/new/${kind.key}` : `safeguards/${safeguard.item}/edit`);

function blankStatement({ row, kind, policy, safeguard, words, language }: StatePage, req: Request): FormState {
  const typed =
    safeguard === null
      ? prefilled(kind, language, req)
      : typedAnswers(kind.questions(policy), safeguard.answers, words);
  return formInStage(row, "StateSafeguard", typed);
}

/** Another row, or the questions that follow from the answers so far: nothing is sent. */
function asideOf(typed: Typed, version: number | null, { kind, policy }: StatePage): FormState | null {
  const intent = typed["intent"];
  if (intent === "follow") return blankForm(typed, version);
  const [what, list] = typeof intent === "string" ? intent.split(":") : [];
  const question = kind.questions(policy).find(({ key, type }) => type === "rows" && key === list);
  if (what !== "add" || question === undefined || question.type !== "rows") return null;
  const first = question.of[0]?.key ?? "name";
  return blankForm(addRow(withOneRow(typed, question.key, first), `answers.${question.key}`, [first]), version);
}

/** A form shows one empty row where none was typed: another one is the second. */
function withOneRow(typed: Typed, list: string, first: string): Typed {
  const there = Object.keys(typed).some((name) => name.startsWith(`answers.${list}.`));
  return there ? typed : { ...typed, [`answers.${list}.0.${first}`]: "" };
}

function typedWrongly(form: Filled<z.output<Schema>>, { kind, policy }: StatePage): FormState | null {
  const { problems } = readAnswers(kind.questions(policy), form.values.answers);
  return problems.length === 0 ? null : invalid(form, ...problems);
}

/** The domain names questions and rows of the answers; here they stand where they were typed, under their labels. */
function reasonsAtTheirFields(form: FormState, page: StatePage): FormState {
  if (form.reasons.length === 0) return form;
  const questions = page.kind.questions(page.policy);
  const raw = answersTyped(form.typed);
  const fieldOf = (path: string): string => {
    const [key = "", row, ...rest] = path.split(".");
    const question = questions.find((asked) => asked.key === key);
    if (question === undefined) return path;
    if (row === undefined || question.type !== "rows") return `answers.${path}`;
    return ["answers", key, String(filledRows(question, raw[key])[Number(row)] ?? row), ...rest].join(".");
  };
  const reasons = form.reasons.map((reason) =>
    reason.field === undefined ? reason : { ...reason, field: fieldOf(reason.field) },
  );
  const places = reasons.flatMap(({ field }) => {
    const label = field === undefined ? undefined : labelOf(page, field);
    return field === undefined || label === undefined ? [] : [[field, label] as const];
  });
  return { ...form, reasons, places: Object.fromEntries(places) };
}

/** What the input of a name is called: "Data set 2: Name"; undefined for an input that is no question. */
function labelOf({ language, kind, policy }: StatePage, name: string): string | undefined {
  const [list, key, row, cell] = name.split(".");
  const question = list === "answers" ? kind.questions(policy).find((asked) => asked.key === key) : undefined;
  if (question === undefined) return undefined;
  const inner = question.type === "rows" ? question.of.find((asked) => asked.key === cell) : undefined;
  if (inner === undefined) return questionLabel(language, kind, question);
  const title = language.t(kindText(kind, `question.${question.key}.row`), { number: Number(row) + 1 });
  return `${title}${language.t("common:colon")}${questionLabel(language, kind, inner)}`;
}

async function formShown(deps: Deps, page: StatePage, fields: Fields, form: FormState): Promise<FormFace> {
  const { language, kind, row, safeguard, at } = page;
  const { t } = language;
  const name = kindName(language, kind);
  const sections = await sectionsOf({ deps, page, kind, fields, typed: form.typed });
  return {
    view: "pages/safeguards/form",
    head: {
      title: t("safeguards:form.title", { name: row.name, safeguard: name }),
      trail: [safeguardsCrumb(page)],
      lead: t(kindText(kind, "lead")),
      placeOf: (field) => labelOf(page, field),
    },
    model: {
      sections,
      long: sections.some(({ count }) => count !== null),
      accepted: safeguard?.review?.outcome === "accepted" && safeguard.dropped === null,
      hangs: kind.questions(page.policy).some(hangsOnAnother),
      reading: readingOf(
        page,
        kind,
        comparable(readAnswers(kind.questions(page.policy), answersTyped(form.typed)).answers),
      ),
      back: at(safeguard === null ? "safeguards" : `safeguards/${safeguard.item}`),
    },
  };
}

function hangsOnAnother(question: ReturnType<SafeguardKind["questions"]>[number]): boolean {
  return (
    question.when !== undefined || (question.type === "rows" && question.of.some((cell) => cell.when !== undefined))
  );
}
