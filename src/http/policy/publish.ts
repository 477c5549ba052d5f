import type { Request, Response } from "express";
import type { z } from "zod";
import { onPolicy } from "../../application/on-policy.ts";
import { checkPolicy } from "../../domain/policy/publishing/check.ts";
import type { Reason } from "../../domain/words/decision.ts";
import { neverPasses } from "../../domain/policy/publishing/never-passes.ts";
import { criterionKeys } from "../../domain/policy/policy.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { problemOfReason } from "../forms/problems.ts";
import { nest } from "../forms/typed.ts";
import { misplacedPercents, namedIndicator, sharesOf } from "../forms/percent.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission } from "../submission.ts";
import { done, render } from "../page.ts";
import { queryValue, queryValues } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { adopting } from "./defaults.ts";
import { takenUp } from "./early-draft.ts";
import { atItsInput, placesIn, typedAtFirst } from "./form.ts";
import { nextPolicy, unknownIndicators } from "./next.ts";
import { addIntent } from "./parts.ts";
import { withRubric } from "./rubric-block.ts";
import { policySchema } from "./schema.ts";
import { draftKind, keepDraft } from "./simulator/policies.ts";
import { keptForm, writtenForm } from "./written-form.ts";
import type { WrittenForm } from "./written-form.ts";

type PolicyForm = Form<z.output<typeof policySchema>>;

/** `/policy/new`: every number of the newest version, to be changed and published as the next. */
export function publishPages(deps: Deps) {
  const { services } = deps;
  const newest = (): Policy => services.views.policies.current();
  return {
    async show(req: Request, res: Response): Promise<void> {
      const draft = await services.drafts.find(personOf(res).id, queryValue(req, "draft") ?? "");
      const taken = adopting(newest(), queryValues(req, "adopt"));
      const { version, ...typed } =
        draft?.kind === draftKind ? takenUp(draft.fields, newest()) : { ...typedAtFirst(newest()), ...taken.typed };
      // A draft knows which version it was written over: publishing it over another one says so.
      const over = typeof version === "string" ? Number(version) : services.views.policies.all().length;
      const form = blankForm(typed, over);
      const notice = taken.count === 0 ? undefined : languageOf(res).t("policy:defaults.taken", { count: taken.count });
      const untouched = draft?.kind !== draftKind && taken.count === 0;
      const about = untouched ? newest() : draftIn(form, newest());
      await showForm(deps, res, newest(), form, { draft: about, taken: notice, untouched });
    },

    /** What was typed goes to the simulator and stays: the form takes it up again. */
    async simulate(_req: Request, res: Response, form: PolicyForm): Promise<void> {
      const faulty = checkedOver(newest(), form, (reason) => !neverPasses(reason));
      if (faulty !== null) return showForm(deps, res, newest(), faulty, { draft: draftIn(form, newest()) });
      const title = languageOf(res).t("policy:edit.title", { version: newest().version + 1 });
      const typed = { ...form.typed, version: String(form.version ?? services.views.policies.all().length) };
      res.redirect(303, `/policy/simulator?policy=${await keepDraft(services, personOf(res).id, typed, title)}`);
    },

    async submit(_req: Request, res: Response, form: PolicyForm): Promise<void> {
      const criterion = criterionKeys.find((key) => form.typed["intent"] === `${addIntent}${key}`);
      if (criterion !== undefined) {
        const { typed, id } = withRubric(form.typed, criterion);
        return showForm(deps, res, newest(), blankForm(typed, form.version), { begun: id });
      }
      const faulty = checkedOver(newest(), form);
      if (!form.valid || faulty !== null)
        return showForm(deps, res, newest(), faulty ?? blankForm(form.typed), { draft: draftIn(form, newest()) });
      const policy = nextPolicy(newest(), form.values);
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "administrator"),
        task: () => onPolicy({ type: "PublishPolicy", policy }),
        again: (refused) => showForm(deps, res, newest(), refused),
        async done() {
          await services.drafts.dropAll(personOf(res).id, draftKind);
          services.gateQualities.follow();
          done(res, "/policy", "policy:edit.done", { version: policy.version });
        },
      });
    },
  };
}

/** The form with everything that keeps it from being the version after this one; null where nothing does. */
function checkedOver(newest: Policy, form: PolicyForm, matters: (reason: Reason) => boolean = () => true) {
  if (!form.valid) return form;
  const policy = nextPolicy(newest, form.values);
  const faults = [...unknownIndicators(newest, form.values), ...checkPolicy(policy).filter(matters)];
  const problems = [
    ...misplacedPercents(form.typed, namedIndicator, sharesOf(policy)),
    ...faults.map(atItsInput(newest, form.values)).map(problemOfReason),
  ];
  return problems.length === 0 ? null : invalid(form, ...problems);
}

/** What the boxes would make of the policy; the policy itself where they cannot be read. */
function draftIn({ typed }: Pick<FormState, "typed">, policy: Policy): Policy {
  const read = policySchema.safeParse(nest(typed));
  return read.success ? nextPolicy(policy, read.data) : policy;
}

type Showing = {
  /** What the form says about the numbers in it is about these. */
  readonly draft?: Policy;
  readonly taken?: string | undefined;
  /** The rubric item that was just made room for: there the person goes on. */
  readonly begun?: string;
  /** Nothing was typed into it yet: it is the same for everybody. */
  readonly untouched?: boolean;
};

async function showForm(
  deps: Deps,
  res: Response,
  policy: Policy,
  form: FormState,
  { draft = policy, taken, begun, untouched = false }: Showing = {},
): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const crumbs = [{ text: t("policy:title"), href: "/policy" }];
  const page = {
    title: t("policy:edit.title", { version: policy.version + 1 }),
    section: "policy",
    crumbs,
    lead: t("policy:edit.lead"),
    form,
    placeOf: placesIn(policy, form.typed, language),
    ...(taken !== undefined && { notice: taken }),
  } as const;
  const around = { policy, typed: form.typed, begun, fields: fieldsOf(form, language), language };
  const write = (): Promise<WrittenForm> => writtenForm(deps, around, draft);
  const written = await (untouched ? keptForm(deps, around, write) : write());
  await render(res, "pages/policy/edit", page, { hidden: hiddenOf(form), ...written });
}
