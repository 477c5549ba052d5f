import { evidenceFor } from "../../domain/policy/evidence-for.ts";
import type { Response } from "express";
import type { Staged } from "../../application/staged-files.ts";
import type { Config } from "../../config.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import { indicatorName } from "../say/condition.ts";
import { html } from "../view/html.ts";
import { askedKinds } from "./empty.ts";
import { mappingModel } from "./mapping-form.ts";
import { crumbsOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";

export async function showAttach(
  res: Response,
  page: EvidencePage,
  form: FormState,
  config: Pick<Config, "uploadBytes" | "uploadFiles">,
  staged: Staged | null,
): Promise<void> {
  const { row, language, open } = page;
  const { t, format } = language;
  const fields = fieldsOf(form, language);
  const hint = t("evidence:attach.filesHint", { count: config.uploadFiles, size: format.bytes(config.uploadBytes) });
  await render(
    res,
    "pages/evidence/attach",
    {
      title: t("evidence:attach.title", { name: row.name }),
      section: "portfolio",
      crumbs: [
        ...crumbsOf(language, row),
        { text: t("evidence:attach.action"), href: `/technologies/${row.slug}/evidence/new` },
      ],
      lead: t("evidence:attach.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/evidence`,
      hidden: [...hiddenOf(form), ...(staged === null ? [] : [{ name: "staged", value: staged.id }])],
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
      from: fields.date("from", { label: t("evidence:attach.from"), optional: true }),
      to: fields.date("to", { label: t("evidence:attach.to"), optional: true }),
      service: fields.text("service", {
        label: t("mapping:service.label"),
        hint: t("mapping:service.hint"),
        optional: true,
        maxlength: 200,
      }),
      period: ["from", "to", "service"].some((name) => (form.typed[name] ?? "") !== ""),
      files: {
        ...fields.file("files", { label: t("evidence:attach.files"), hint, multiple: true }),
        error: problemsAt(form, page),
      },
      accepted: acceptedFor(page),
    },
  );
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

/** All problems of the files at their field, a line each; the summary lists them too. */
function problemsAt({ problems, reasons }: FormState, { language }: EvidencePage) {
  const lines = problems.filter(({ field }) => field === "files").map(({ key, params }) => language.t(key, params));
  const rules =
    reasons.filter(({ field }) => field === "files").length > 0 ? [language.t("evidence:attach.refused")] : [];
  const all = [...lines, ...rules];
  return all.length === 0 ? undefined : html`${all.map((line, i) => (i === 0 ? line : html`<br />${line}`))}`;
}

/** What each kind of file would measure here, with the way to its formats. */
function acceptedFor(page: EvidencePage) {
  const { language, policy } = page;
  const { t, format } = language;
  const all = policy.criteria.flatMap(({ indicators }) => indicators);
  return askedKinds(page).map((kind) => ({
    name: t(`words:kind.${kind}`),
    formats: t(`evidence:accepted.${kind}`),
    measures: format.list(
      all.filter(({ measure }) => evidenceFor[measure] === kind).map(({ key }) => indicatorName(language, policy, key)),
    ),
    href: `/help/evidence-formats#${kind}`,
  }));
}
