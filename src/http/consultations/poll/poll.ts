import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import { z } from "zod";
import { linkOf } from "../../../application/collections/link.ts";
import { issuePollCodes } from "../../../application/consultations/issue-poll-codes.ts";
import { consultationLimits } from "../../../domain/technology/consultations/limits.ts";
import { consultationStanding } from "../../../domain/technology/state/consultations.ts";
import type { PollTerms } from "../../../domain/technology/state/consultations.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { addressOfCode } from "../../codes/addresses.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import { wholeNumber } from "../../forms/fields.ts";
import { blankForm } from "../../forms/form.ts";
import type { Form, FormState } from "../../forms/form.ts";
import { fieldsOf, hiddenOf } from "../../forms/show.ts";
import { done } from "../../page.ts";
import { wordsFor } from "../../private-words.ts";
import { paragraphsShown } from "../../say/paragraphs.ts";
import { submission, unsettled } from "../../submission.ts";
import { renderTechnology } from "../../technology-page.ts";
import { qrCode } from "../../view/qr-code.ts";
import { pollPath } from "../addresses.ts";
import { pollResult } from "../../say/poll-result.ts";
import { consultationCrumb, consultationPage, consultationsCrumb } from "../page.ts";
import type { ConsultationPage } from "../page.ts";

export const issueSchema = z.object({
  count: wholeNumber({ least: 1, most: consultationLimits.codes }),
  key: z.string("errors:form.incomplete").regex(/^[\w-]{43}$/, "errors:form.incomplete"),
});

export type PollPage = ConsultationPage & { readonly poll: PollTerms };

/** @throws Fault 404 where it is no poll */
export async function pollPage(deps: Deps, req: Request, res: Response): Promise<PollPage> {
  const page = await consultationPage(deps.services, req, res);
  return { ...page, poll: page.asking.poll ?? notFound() };
}

export const pollPlace = ({ at, asking }: Pick<PollPage, "at" | "asking">): string =>
  at(`consultations/${asking.consultation}/poll`);

export const codesPlace = ({ at, asking }: Pick<PollPage, "at" | "asking">): string =>
  at(`consultations/${asking.consultation}/codes`);

/** Before anybody typed: the key that the codes of this form are made from is drawn with it. */
const blankIssue = ({ technology }: PollPage): FormState =>
  blankForm({ count: "50", key: randomBytes(32).toString("base64url") }, technology.version);

/** How people get to a poll, how many have answered, and what it came to once it was counted. */
export const pollPages = (deps: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await pollPage(deps, req, res);
    await showPoll(deps, req, res, page, blankIssue(page));
  },

  async issue(req: Request, res: Response, form: Form<z.output<typeof issueSchema>>): Promise<void> {
    const { services } = deps;
    const page = await pollPage(deps, req, res);
    if (!form.valid) return showPoll(deps, req, res, page, form);
    const { key, count } = form.values;
    const { consultation } = page.asking;
    const sent = { ...submission(res, { ...form, version: null }, "planner"), technology: page.row.id };
    const outcome = await issuePollCodes(services, sent, { type: "IssuePollCodes", consultation, count }, key);
    const refused = unsettled(form, outcome);
    if (refused !== null) return showPoll(deps, req, res, await pollPage(deps, req, res), refused);
    const issued = outcome.kind === "accepted" || outcome.kind === "repeated" ? outcome.events : [];
    const batch = issued.find(({ type }) => type === "PollCodesIssued")?.payload["batch"];
    if (typeof batch !== "number") throw new Error("Giving out codes entered no batch");
    done(res, `${codesPlace(page)}/${batch}?key=${key}`, "taking-part:staff.done");
  },
});

async function showPoll(deps: Deps, req: Request, res: Response, page: PollPage, issue: FormState): Promise<void> {
  const { services } = deps;
  const { language, asking, poll, row, today, technology } = page;
  const { t, format } = language;
  const standing = consultationStanding(asking, today);
  const running = standing === "ahead" || standing === "open";
  const { opened, finished } = await services.collected.progress({
    technology: row.id,
    collection: asking.consultation,
  });
  const words = await wordsFor(
    services,
    res,
    technology,
    poll.options.map(({ option }) => option),
  );
  const paragraphs = (digest: string | null) => (digest === null ? [] : paragraphsShown(language, words.get(digest)));
  await renderTechnology(
    res,
    page,
    "pages/consultations/poll",
    {
      title: t("taking-part:staff.title", { title: asking.title }),
      trail: [consultationsCrumb(page), consultationCrumb(page)],
      lead: t(`taking-part:staff.lead.${asking.polled !== null ? "counted" : running ? "running" : "ended"}`, {
        day: format.date(asking.closesOn),
      }),
      form: issue,
    },
    {
      shut: running && !services.views.outside.isOpen("consultations") ? t("taking-part:staff.shut") : null,
      progress: [
        { term: t("taking-part:staff.way"), value: t(`taking-part:staff.ways.${poll.way}`, { count: poll.most ?? 0 }) },
        { term: t("taking-part:staff.opened"), value: format.number(opened) },
        { term: t("taking-part:staff.finished"), value: format.number(finished) },
      ],
      options: poll.options.map(({ option }) => paragraphs(option)),
      result: pollResult(language, paragraphs, asking),
      link: running && poll.way === "link" && page.runs ? await linkModel(deps, req, page) : null,
      issue: running && poll.way === "codes" && page.runs ? issueModel(page, issue) : null,
      batches: asking.batches.map(({ batch, count, at }) => ({
        name: t("collections:codes.batch", { batch, count }),
        at: format.date(at),
      })),
    },
  );
}

async function linkModel({ services, config }: Deps, req: Request, page: PollPage) {
  const { row, asking, language } = page;
  const code = await linkOf(services, { technology: row.id, collection: asking.consultation });
  const address = addressOfCode(req, config, pollPath, code);
  return {
    address,
    code: inGroups(code),
    qr: qrCode(address, language.t("taking-part:staff.qr")),
    poster: `${pollPlace(page)}/poster`,
  };
}

function issueModel(page: PollPage, form: FormState) {
  const { t, format } = page.language;
  const key = form.typed["key"];
  return {
    action: codesPlace(page),
    hidden: [...hiddenOf(form), { name: "key", value: typeof key === "string" ? key : "" }],
    count: fieldsOf(form, page.language).number("count", {
      label: t("collections:codes.count"),
      hint: t("collections:codes.countHint", { most: format.number(consultationLimits.codes) }),
    }),
  };
}
