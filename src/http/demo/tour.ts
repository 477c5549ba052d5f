import type { Request, Response } from "express";
import type { DemoJob } from "../../application/demonstration.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, visitorOf } from "../visitor.ts";

/** `/demo`: three jobs of five minutes, each step with its page; what is on record is ticked off. */
export function tourPage({ services, people }: Deps) {
  return async (_req: Request, res: Response): Promise<void> => {
    const { demonstration } = services;
    if (demonstration === undefined) notFound();
    const language = languageOf(res);
    const { t } = language;
    const me = visitorOf(res).person?.id;
    const jobs = (await demonstration.jobs()).map(async (job) => {
      const person = demonstration.people.find(({ login }) => login === job.login)?.person ?? "";
      const name = (await people.find(person))?.name ?? job.login;
      return jobOf(language, job, { name, here: me === person });
    });
    const page = { title: t("demo:tour.title"), lead: t("demo:tour.lead") };
    const code = services.views.outside.isOpen("questionnaires") ? await demonstration.questionnaire() : null;
    await render(res, "pages/demo/tour", page, {
      jobs: await Promise.all(jobs),
      questionnaire: code === null ? null : `/q/${code}?lang=${language.locale}`,
      others: me === undefined,
    });
  };
}

function jobOf(
  { t }: Language,
  { key, login, steps }: DemoJob,
  who: { readonly name: string; readonly here: boolean },
) {
  const done = steps.filter((step) => step.done).length;
  return {
    id: `job-${key}`,
    title: t(`demo:tour.${key}.title`),
    lead: t(`demo:tour.${key}.lead`),
    progress: t("demo:tour.progress", { done, all: steps.length }),
    login,
    here: who.here ? t("demo:tour.here", { name: who.name }) : "",
    be: t("demo:tour.be", { name: who.name }),
    steps: steps.map((step) => ({
      done: step.done,
      state: step.done ? "met" : "waits",
      said: t(step.done ? "demo:tour.done" : "demo:tour.open"),
      text: t(`demo:tour.${key}.${step.key}`),
      href: step.href,
      link: step.name,
      files: step.files.map((file) => ({ href: `/demo/files/${file}`, text: t("demo:tour.file", { file }) })),
    })),
    complete: done === steps.length ? t(`demo:tour.${key}.complete`) : "",
  };
}
