import type { Request, Response } from "express";
import { eraser } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import type { TextResult } from "../../application/texts.ts";
import { stateOn } from "../../domain/standards/standing.ts";
import type { VersionState } from "../../domain/standards/standing.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { FactModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { pagerOf, placedAt } from "../view/pages.ts";
import { versionPage } from "./page.ts";
import type { VersionPage } from "./page.ts";
import { rulesSaid } from "./rules-field.ts";
import { daysSaid, stateTag } from "./said.ts";

const perPage = 50;

/** What one version says, its days, and who declares conformance to it. Whoever holds a role reads all of it. */
export const versionShown =
  ({ services }: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const page = versionPage(services, req, res);
    const { language, name, version, standard, today, at, crumbs } = page;
    const { t, format } = language;
    const which = { standard: standard.standard, version: version.version };
    const words = await texts(services, eraser, [version.text, version.ending?.reason ?? null]);
    const count = services.views.declared.count(which);
    const after = queryValue(req, "after") ?? "";
    const declaring = services.views.declared.page(which, { after, limit: perPage + 1 });
    const entries = declaring.slice(0, perPage);
    const next = declaring.length > perPage ? (entries.at(-1)?.slug ?? null) : null;
    const listed = { entries, next, previous: after === "" ? null : "" };
    await render(
      res,
      "pages/standards/version",
      {
        title: t("standards:named", { name, version: version.version }),
        section: "policy",
        crumbs,
        lead: daysSaid(language, version, today),
      },
      {
        tag: stateTag(language, version, today),
        facts: factsOf(page, words),
        text: version.text === null ? null : paragraphsShown(language, words.get(version.text)),
        link: version.link,
        rules: version.rules === null ? null : rulesSaid(language, version.rules),
        acts: actsOf(page),
        declared:
          version.inForceOn === null
            ? null
            : {
                title: t("standards:standard.declared", { count }),
                technologies: entries.map((technology) => ({
                  text: technology.name,
                  href: `/technologies/${technology.slug}`,
                })),
              },
        pager: pagerOf(language, listed, placedAt(at(`versions/${version.version}`)), format.number(count)),
      },
    );
  };

function factsOf({ language, version }: VersionPage, words: ReadonlyMap<string, TextResult>): readonly FactModel[] {
  const { t, format } = language;
  const { inForceOn, ending } = version;
  const reason = ending?.reason ?? null;
  return [
    ...(inForceOn === null ? [] : [{ term: t("standards:column.inForceOn"), value: format.date(inForceOn) }]),
    ...(ending === null
      ? []
      : [
          { term: t("standards:column.deprecatedOn"), value: format.date(ending.deprecatedOn) },
          { term: t("standards:column.until"), value: format.date(ending.until) },
          { term: t("standards:column.successor"), value: ending.successor ?? t("standards:version.noSuccessor") },
        ]),
    ...(reason === null
      ? []
      : [{ term: t("standards:version.reason"), value: html`${paragraphsShown(language, words.get(reason))}` }]),
  ];
}

/** What may be done with it now, the likeliest first. */
function actsOf({ language: { t }, keeps, version, today, at }: VersionPage) {
  if (!keeps) return null;
  const own = at(`versions/${version.version}`);
  const act = (name: string) => ({ text: t(`standards:act.${name}`), href: `${own}/${name}` });
  const possible: { readonly [S in VersionState]: readonly string[] } = {
    draft: ["publication", "draft"],
    announced: ["withdrawal"],
    "in-force": ["withdrawal"],
    deprecated: ["withdrawal"],
    withdrawn: [],
  };
  const acts = possible[stateOn(version, today)].map(act);
  return { acts, erasure: version.text === null ? null : { text: t("standards:act.erasure"), href: `${own}/erasure` } };
}
