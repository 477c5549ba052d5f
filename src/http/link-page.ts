import type { Request, Response } from "express";
import { linkLife } from "../authority/links.ts";
import type { MadeLink } from "../application/people/password-links.ts";
import type { Deps } from "./deps.ts";
import { originOf } from "./origin.ts";
import { render } from "./page.ts";
import { languageOf } from "./visitor.ts";

/**
 * Answers the POST itself, without the usual redirect: the link stands in this one page and nowhere else, neither in the
 * session nor in the log, and a page fetched again does not show it.
 */
export async function showLink(
  { config, people }: Deps,
  req: Request,
  res: Response,
  { person, made, back }: { readonly person: string; readonly made: MadeLink; readonly back: string },
): Promise<void> {
  const { t, format } = languageOf(res);
  const name = (await people.names([person])).get(person) ?? person;
  const own = back === "/account";
  const crumbs = own
    ? [{ text: t("account:title"), href: "/account" }]
    : [
        { text: t("people:list.title"), href: "/people" },
        { text: name, href: back },
      ];
  const until = format.dateTime(Date.now() + linkLife[made.purpose]);
  await render(
    res,
    "pages/people/link",
    {
      title: t(`people:link.${made.purpose}`, { name }),
      section: own ? undefined : "people",
      crumbs,
      secret: true,
      lead: t(own ? "people:link.ownLead" : "people:link.lead", { until }),
    },
    {
      link: `${originOf(req, config)}/link/${made.token}`,
      guessed: config.origin === null,
      back,
      backText: t(own ? "people:link.toAccount" : "people:link.back"),
    },
  );
}
