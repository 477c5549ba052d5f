import type { Request, Response } from "express";
import { z } from "zod";
import { linkLife } from "../../application/people/links.ts";
import type { LinkPurpose } from "../../application/people/links.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { Form } from "../forms/form.ts";
import { originOf } from "../origin.ts";
import { done, render } from "../page.ts";
import { languageOf, pathValue } from "../visitor.ts";

export const linkSchema = z.object({});

/** `POST /people/:person/link`: a new way in for somebody who forgot the password, or lost the invitation. */
export function makeLink(deps: Deps) {
  return async (req: Request, res: Response, form: Form<object>): Promise<void> => {
    const person = pathValue(req, "person");
    const identity = (await deps.people.find(person)) ?? notFound();
    if (deps.services.views.people.of(person)?.disabled !== false || !form.valid) {
      done(res, `/people/${person}`);
      return;
    }
    await showLink(deps, req, res, person, identity.invited ? "invitation" : "reset");
  };
}

/**
 * Answers the POST itself, without the usual redirect: the link stands in this one page and nowhere else, neither in the
 * session nor in the log, and a page fetched again does not show it.
 */
export async function showLink(
  { accounts, config, services, people }: Deps,
  req: Request,
  res: Response,
  person: string,
  purpose: Exclude<LinkPurpose, "set-up">,
): Promise<void> {
  const { t, format } = languageOf(res);
  const token = await accounts.links.create(purpose, person);
  services.log.info({ event: `${purpose}-link-made`, person, reference: req.id });
  const name = (await people.names([person])).get(person) ?? person;
  const crumbs = [
    { text: t("people:list.title"), href: "/people" },
    { text: name, href: `/people/${person}` },
  ];
  const lead = t("people:link.lead", { until: format.dateTime(Date.now() + linkLife[purpose]) });
  await render(
    res,
    "pages/people/link",
    { title: t(`people:link.${purpose}`, { name }), section: "people", crumbs, lead },
    {
      link: `${originOf(req, config)}/link/${token}`,
      guessed: config.origin === null,
      back: `/people/${person}`,
    },
  );
}
