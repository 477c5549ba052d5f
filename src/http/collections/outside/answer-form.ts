import type { Response } from "express";
import type { OpenDoor } from "../../../application/collections/answering.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { isEnough } from "../../../domain/questionnaires/questionnaire.ts";
import type { ScaleQuestionnaire } from "../../../domain/questionnaires/questionnaire.ts";
import type { Deps } from "../../deps.ts";
import type { FormState } from "../../forms/form.ts";
import { fieldsOf, hiddenOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import type { RadiosModel } from "../../view/fields.ts";
import { askedGroup } from "../../say/collection.ts";
import type { Form as Fields } from "../../view/form.ts";
import type { Language } from "../../view/languages.ts";
import { answerPath } from "../addresses.ts";
import { nameOf, storeOf, wordsOf } from "./gather.ts";
import type { Visit } from "./gather.ts";
import { answerName, questionFields } from "./questions.ts";

type OpenVisit = Visit & { readonly door: OpenDoor };

/** The questions, all on one page or one a screen, with what is answered so far. */
export async function showForm(
  deps: Deps,
  res: Response,
  { door, stranger }: OpenVisit,
  form: FormState,
): Promise<void> {
  const { language, to } = stranger;
  const { t } = language;
  const { collection, code } = door;
  const questionnaire = collection.questionnaire as ScaleQuestionnaire;
  const words = await wordsOf(deps, door, stranger);
  const fields = fieldsOf(form, language);
  const questions = questionFields(language, fields, { questionnaire, name: nameOf(door), tasks: words.tasks });
  const at = screenOf(form, questions.length);
  const missing = form.note === "missing";
  const action = to(`${answerPath}/${inGroups(door.typed)}`);
  const group =
    code.group === null && collection.groups.length > 0 ? groupField(language, fields, collection.groups) : null;
  // Where something is wrong, all of it is shown: a link to a question on another screen leads nowhere.
  const alone = at !== null && form.status === 200;
  renderOutside(
    res,
    "pages/collections/outside-answer",
    {
      title: t(`answering:title.${questionnaire}`, { name: nameOf(door) }),
      ...(!alone || at === 1 ? { lead: words.introduction ?? t("answering:lead") } : {}),
      form,
      script: "answering.js",
    },
    {
      action,
      store: storeOf(door),
      hidden: [...hiddenOf(form), ...carried(form, alone ? at : null, questions), { name: "device", value: "" }],
      hint: t("answering:form.hint", { count: questions.length }),
      screen: alone ? t("answering:form.screen", { at, count: questions.length }) : null,
      questions: alone ? questions.slice(at - 1, at) : questions,
      group: !alone || at === questions.length ? group : null,
      missing: missing ? missingNote(language, form, questionnaire, questions.length) : null,
      back: alone && at > 1,
      next: alone && at < questions.length,
      other: alone
        ? { text: t("answering:form.all"), href: action }
        : questions.length > 1 && form.status === 200
          ? { text: t("answering:form.one"), href: `${action}&one=1` }
          : null,
    },
  );
}

/** The number of the question that stands alone; null for all on one page. */
function screenOf({ typed: { at } }: FormState, questions: number): number | null {
  const screen = typeof at === "string" && /^\d+$/.test(at) ? Number(at) : null;
  return screen === null ? null : Math.min(questions, Math.max(1, screen));
}

/** What this screen does not ask goes on with it. */
function carried({ typed }: FormState, at: number | null, questions: readonly RadiosModel[]) {
  const field = (name: string) => {
    const value = typed[name];
    return typeof value === "string" && value !== "" ? [{ name, value }] : [];
  };
  const elsewhere = at === null ? [] : questions.map((_, i) => i + 1).filter((item) => item !== at);
  return [
    ...field("place"),
    ...(at === null ? [] : [{ name: "at", value: String(at) }]),
    ...(at === null || at === questions.length ? [] : field("group")),
    ...elsewhere.flatMap((item) => field(answerName(item))),
  ];
}

const groupField = (language: Language, fields: Fields, groups: readonly string[]): RadiosModel =>
  fields.radios("group", {
    legend: language.t("answering:group.ask"),
    hint: language.t("answering:group.hint"),
    options: [
      ...groups.map((value) => ({ value, label: askedGroup(language, value, 1) })),
      { value: "", label: language.t("answering:group.none") },
    ],
  });

/** What becomes of an answer that is sent with these questions left open. */
function missingNote(
  { t }: Language,
  { typed, problems }: FormState,
  questionnaire: ScaleQuestionnaire,
  items: number,
): string {
  const steps = Array.from({ length: items }, (_, at) => {
    const step = typed[answerName(at + 1)];
    return typeof step === "string" && step !== "" ? Number(step) : null;
  });
  return t(isEnough(questionnaire, steps) ? "answering:form.counts" : "answering:form.tooFew", {
    count: problems.length,
  });
}
