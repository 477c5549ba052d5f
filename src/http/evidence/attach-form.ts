import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { Response } from "express";
import { isPilotOpen } from "../../domain/technology/state/in-force.ts";
import type { Staged } from "../../application/staged-files.ts";
import type { Config } from "../../config.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { renderTechnology } from "../technology-page.ts";
import { indicatorName } from "../say/condition.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { doubtFields } from "./doubts.ts";
import type { FormQuestions } from "./doubts.ts";
import { askedKinds } from "./empty.ts";
import { lookedModel } from "./looked-model.ts";
import { mappingModel } from "./mapping-form.ts";
import { evidenceCrumb } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { questionModels } from "./questions.ts";
import type { QuestionModel } from "./question-asked.ts";

export async function showAttach(
  res: Response,
  page: EvidencePage,
  form: FormState,
  config: Pick<Config, "uploadBytes" | "uploadFiles">,
  staged: Staged | null,
  asked: FormQuestions,
): Promise<void> {
  const { row, language, open, at } = page;
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  const dated = [...form.problems, ...form.reasons].some(({ field }) => field === "from" || field === "to");
  const hint = t("evidence:attach.filesHint", { count: config.uploadFiles, size: format.bytes(config.uploadBytes) });
  await renderTechnology(
    res,
    page,
    "pages/evidence/attach",
    {
      title: t("evidence:attach.title", { name: row.name }),
      trail: [evidenceCrumb(page), { text: t("evidence:attach.action"), href: at("evidence/new") }],
      lead: t(`evidence:attach.${isPilotOpen(page.technology) ? "lead" : "leadProposal"}`),
      form,
    },
    {
      action: at("evidence"),
      hidden: [
        ...hiddenOf(form),
        ...(staged === null ? [] : [{ name: "staged", value: staged.id }]),
        ...(fields.value("anew") === "" ? [] : [{ name: "anew", value: "yes" }]),
      ],
      mapping: staged === null || staged.table === null ? null : mappingModel(language, form, staged.table),
      role: compares(page) ? roleField(page, form) : null,
      kept: staged === null ? null : keptModel(language, staged),
      closed: open.includes("AttachEvidence") ? null : t("evidence:attach.closed"),
      title: fields.text("title", {
        label: t("evidence:attach.name"),
        hint: t("evidence:attach.nameHint"),
        maxlength: 200,
      }),
      document: fields.checkboxes("document", {
        legend: t("evidence:attach.kind"),
        options: [{ value: "yes", label: t("evidence:attach.document"), hint: t("evidence:attach.documentHint") }],
      }),
      from: fields.date("from", { label: t("evidence:attach.from"), optional: !dated }),
      to: fields.date("to", { label: t("evidence:attach.to"), optional: !dated }),
      service: serviceField(page, form),
      period: ["from", "to", "service"].some(
        (name) => (form.typed[name] ?? "") !== "" || form.problems.some(({ field }) => field === name),
      ),
      asked: doubtFields(language, form, asked),
      said: asked.said,
      ...openModel(language, form, asked, staged),
      files: {
        ...fields.file("files", { label: t("evidence:attach.files"), hint, multiple: true }),
        error: problemsAt(form, page),
      },
      accepted: acceptedFor(page),
    },
  );
}

/** What the files leave open, how they will be read, and which button goes on. */
function openModel(
  language: Language,
  form: FormState,
  { questions, looked, unreadable, doubts }: FormQuestions,
  staged: Staged | null,
) {
  const models = questionModels(language, form, questions);
  const answered = answeredBefore(form, models);
  const listed = looked?.measured ?? null;
  return {
    questions: models,
    answered,
    looked: looked === null ? null : lookedModel(language, looked),
    mayChange: looked?.remembered != null || answered.length > 0,
    mayList: listed !== null && listed.rejected > 0,
    offersDocument: unreadable || doubts.some(({ about }) => about === "document"),
    /** Something is to be answered first: then the next step is to see what the answers lead to. */
    looksFirst: models.length > 0 || (unreadable && staged?.table != null),
  };
}

/** Answers that are not asked for any more go on with the form. */
function answeredBefore({ typed }: FormState, models: readonly QuestionModel[]) {
  const asked = new Set(
    models.flatMap(({ radios, ends = [], words = [] }) => [
      ...(radios === undefined ? [] : [radios.name]),
      ...ends.map(({ name }) => name),
      ...words.flatMap(({ hidden, field }) => [...hidden.map(({ name }) => name), field.name]),
    ]),
  );
  return Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith("answers.") && !asked.has(name) && typeof value === "string" && value !== ""
      ? [{ name, value }]
      : [],
  );
}

/** One of the plan's services by name; free where the plan names none. */
function serviceField({ language, technology }: EvidencePage, form: FormState) {
  const { t } = language;
  const fields = fieldsOf(form, language);
  const asked = form.problems.some(({ field }) => field === "service");
  const named = technology.plan?.plan.services ?? [];
  const label = { label: t("mapping:service.label"), hint: t("mapping:service.hint"), optional: !asked };
  if (named.length === 0) return fields.text("service", { ...label, maxlength: 200 });
  const typed = fields.value("service");
  const all = typed === "" || named.includes(typed) ? named : [...named, typed];
  const options = all.map((value) => ({ value, label: value }));
  return fields.select("service", {
    ...label,
    options: [{ value: "", label: t("mapping:service.asFile") }, ...options],
  });
}

/** A baseline means something only where the locked plan compares an indicator with one. */
const compares = ({ technology }: EvidencePage): boolean =>
  Object.values(technology.plan?.plan.indicators ?? {}).some(({ margin }) => margin !== null);

function roleField({ language }: EvidencePage, form: FormState) {
  const { t } = language;
  const typed = { role: "pilot", ...form.typed };
  return fieldsOf({ ...form, typed }, language).radios("role", {
    legend: t("mapping:role.legend"),
    options: (["pilot", "baseline"] as const).map((value) => ({
      value,
      label: t(`mapping:role.${value}`),
      hint: t(`mapping:role.${value}Hint`),
    })),
  });
}

/** The files that came with an earlier try, by the person's own names for them. */
const keptModel = ({ t, format }: EvidencePage["language"], { files }: Staged) => ({
  title: t("mapping:kept.title", { count: files.length }),
  files: files.map(({ name, bytes }) => ({ name, bytes: format.bytes(bytes) })),
});

/** Measured before it could count: what is to be done stands beside the reasons. */
const tooEarly = new Set(["EvidenceTooOld", "EvidenceBeforeLock", "EvidenceBeforeStart"]);

/** All problems of the files at their field, a line each; the summary lists them too. */
function problemsAt({ problems, reasons }: FormState, page: EvidencePage) {
  const { language } = page;
  const lines = problems.filter(({ field }) => field === "files").map(({ key, params }) => language.t(key, params));
  const rules =
    reasons.filter(({ field }) => field === "files").length > 0 ? [language.t("evidence:attach.refused")] : [];
  const early = reasons.some(({ code }) => tooEarly.has(code))
    ? [language.t(compares(page) ? "evidence:attach.tooEarlyOrBaseline" : "evidence:attach.tooEarly")]
    : [];
  const all = [...lines, ...rules, ...early];
  return all.length === 0 ? undefined : html`${all.map((line, i) => (i === 0 ? line : html`<br />${line}`))}`;
}

/** What each kind of file would measure here, with the way to its formats. */
function acceptedFor(page: EvidencePage) {
  const { language, policy } = page;
  const { t, format } = language;
  const all = indicatorsOf(policy);
  return askedKinds(page).map((kind) => ({
    name: t(`words:kind.${kind}`),
    formats: t(`evidence:accepted.${kind}`),
    measures: format.list(
      all
        .filter(({ measure }) => measureOf(measure).kind === kind)
        .map(({ key }) => indicatorName(language, policy, key)),
    ),
    href: `/help/evidence-formats#${kind}`,
  }));
}
