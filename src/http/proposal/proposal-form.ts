import type { Response } from "express";
import type { Deps } from "../deps.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import type { Crumb } from "../view/chrome.ts";
import type { Content } from "../view/html.ts";
import { languageOf } from "../visitor.ts";
import { proposalFields } from "./fields.ts";
import { departmentsToPropose, sponsors, tierOptions } from "./options.ts";
import { similarModels } from "./similar.ts";
import type { Candidate } from "./similar.ts";

/** The form came back only because nobody had looked at what is similar to it. */
export const similarNote = "similar";

export type ProposalPage = {
  readonly form: FormState;
  /** "propose" or "revise": texts `title lead submit` stand under proposal:<mode>. */
  readonly mode: "propose" | "revise";
  readonly action: string;
  readonly crumbs: readonly Crumb[];
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** The ended technology it takes up again, with what was learned. */
  readonly past: { readonly title: string; readonly href: string; readonly lessons: readonly Content[] } | null;
};

export async function showProposalForm(deps: Deps, res: Response, page: ProposalPage): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const { form, mode, candidates } = page;
  const halted = form.note === similarNote;
  const options = {
    departments: departmentsToPropose(deps, language),
    sponsors: sponsors(deps, language),
    tiers: tierOptions(language, deps.services.views.policies.current()),
  };
  await render(
    res,
    "pages/proposal/form",
    {
      title: t(`proposal:${mode}.title`, { name: page.name }),
      section: "portfolio",
      crumbs: page.crumbs,
      lead: halted ? t.html("proposal:similar.halted", { count: candidates.length }) : t(`proposal:${mode}.lead`),
      form,
    },
    {
      action: page.action,
      hidden: [...hiddenOf(form), ...carried(form, candidates)],
      fields: await proposalFields(fieldsOf(form, language), language, options),
      similar:
        candidates.length === 0
          ? null
          : {
              title: t("proposal:similar.title", { count: candidates.length }),
              items: await similarModels(deps.services, res, candidates),
            },
      past: page.past,
      submit: t(halted ? "proposal:similar.submit" : `proposal:${mode}.submit`),
    },
  );
}

/** What the form carries unseen: which candidates were shown, whom it takes up. */
function carried(
  { typed }: FormState,
  candidates: readonly Candidate[],
): { readonly name: string; readonly value: string }[] {
  const seen = new Set([...[typed["similarSeen"] ?? []].flat(), ...candidates.map(({ row }) => row.id)]);
  const rest = ["predecessor"].flatMap((name) => {
    const value = typed[name];
    return typeof value === "string" && value !== "" ? [{ name, value }] : [];
  });
  return [...[...seen].filter((id) => id !== "").map((value) => ({ name: "similarSeen", value })), ...rest];
}
