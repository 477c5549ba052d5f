import type { Request, Response } from "express";
import { z } from "zod";
import { onStandard } from "../../application/on-standard.ts";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import type { StandardVersion } from "../../domain/standards/standard.ts";
import type { Reason } from "../../domain/words/decision.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { optionalText, requiredText } from "../forms/fields.ts";
import { blankForm, refused } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { plainWords } from "../private-words.ts";
import { submission } from "../submission.ts";
import { addressOfStandard, standardPage, versionPage } from "./page.ts";
import type { StandardPage, VersionPage } from "./page.ts";
import { ruleFields, rulesOf, rulesSchema, styleSchema, typedRules } from "./rules-field.ts";

const content = {
  text: optionalText(20_000),
  link: optionalText(500),
  rules: rulesSchema.default({}),
  style: styleSchema,
};
/** "version" is the name of what every form is filled over. */
export const draftSchema = z.object({
  label: requiredText(30, { missing: "standards:draft.labelMissing" }),
  ...content,
});
export const redraftSchema = z.object(content);
export const dropSchema = z.object({});

type Content = z.output<typeof redraftSchema>;

const contentOf = ({ text, link, rules, style }: Content, { standard }: StandardPage) => ({
  text: { text },
  link: link === "" ? null : link,
  rules: standard.kind === "interface" ? rulesOf(rules, style) : null,
});

/** A new version, as a draft. */
export function draftPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = standardPage(services, req, res);
      await showDraft(res, page, blankForm({}, page.standard.version), null);
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof draftSchema>>): Promise<void> {
      const page = standardPage(services, req, res);
      const { standard } = page.standard;
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: ({ label, ...values }) =>
          onStandard(standard, { type: "DraftStandard", version: label, ...contentOf(values, page) }),
        again: (form) => showDraft(res, page, placed(form), null),
        done: ({ label }) => done(res, page.at(`versions/${label}`), "standards:draft.done"),
      });
    },
  };
}

/** What a draft says, changed; or the draft dropped. */
export function redraftPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = versionPage(services, req, res);
      const { text, link, rules } = page.version;
      const words = plainWords(await texts(services, eraser, [text]), text);
      const typed = { text: words, link: link ?? "", ...typedRules(rules) };
      const blank = blankForm(typed, page.standard.version);
      await showDraft(res, page, isDraft(page) ? blank : refused(blank, isPublished(page)), page.version);
    },

    async submit(req: Request, res: Response, form: Form<Content>): Promise<void> {
      const page = versionPage(services, req, res);
      const { version } = page.version;
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: (values) =>
          onStandard(page.standard.standard, { type: "RedraftStandard", version, ...contentOf(values, page) }),
        again: (form) => showDraft(res, page, placed(form), page.version),
        done: () => done(res, page.at(`versions/${version}`), "standards:redraft.done"),
      });
    },

    async drop(req: Request, res: Response, form: Form<object>): Promise<void> {
      const page = versionPage(services, req, res);
      const { version } = page.version;
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: () => onStandard(page.standard.standard, { type: "DropStandardDraft", version }),
        again: (form) => showDraft(res, page, form, page.version),
        done: () => done(res, addressOfStandard(page.standard.standard), "standards:drop.done", { version }),
      });
    },
  };
}

const isDraft = ({ version }: VersionPage): boolean => version.inForceOn === null;

const isPublished = ({ version: { version } }: VersionPage): readonly Reason[] => [
  { code: "VersionPublishedAlready", params: { version } },
];

/** The domain speaks of a version, which is typed at `label`. */
const placed = (form: FormState): FormState => ({
  ...form,
  reasons: form.reasons.map((reason) => (reason.field === "version" ? { ...reason, field: "label" } : reason)),
});

async function showDraft(
  res: Response,
  page: StandardPage,
  form: FormState,
  version: StandardVersion | null,
): Promise<void> {
  const { language, name, at, crumbs, standard } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  const own = version === null ? null : at(`versions/${version.version}`);
  await render(
    res,
    "pages/standards/draft",
    {
      title: t(own === null ? "standards:draft.title" : "standards:redraft.title", {
        name,
        version: version?.version ?? "",
      }),
      section: "policy",
      crumbs,
      lead: t("standards:draft.lead"),
      form,
    },
    {
      action: own === null ? at("versions/new") : `${own}/draft`,
      back: own ?? addressOfStandard(standard.standard),
      hidden: hiddenOf(form),
      label:
        own === null
          ? fields.text("label", {
              label: t("standards:draft.label"),
              hint: t("standards:draft.labelHint"),
              width: "s",
            })
          : null,
      text: fields.textarea("text", {
        label: t("standards:draft.text"),
        hint: t("standards:draft.textHint"),
        rows: 12,
      }),
      link: fields.text("link", {
        label: t("standards:draft.link"),
        hint: t("standards:draft.linkHint"),
        type: "url",
        width: "full",
      }),
      interface: standard.kind === "interface" ? ruleFields(fields, language) : null,
      drop:
        version === null
          ? null
          : { action: `${own ?? ""}/dropping`, hidden: hiddenOf(blankForm({}, standard.version)) },
    },
  );
}
