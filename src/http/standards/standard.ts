import type { Request, Response } from "express";
import type { StandardVersion } from "../../domain/standards/standard.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { eventSentence } from "../say/event.ts";
import { eventTag } from "../say/event.ts";
import { tellingsOf } from "../visitor.ts";
import { ownerSaid } from "./owner.ts";
import { standardPage } from "./page.ts";
import type { StandardPage } from "./page.ts";
import { daysSaid, stateTag } from "./said.ts";
import { standards as stream } from "../../domain/standards/standards-stream.ts";

const entriesShown = 50;

/** One standard: its versions, who declares which, what happened. */
export const standardShown =
  (deps: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const page = standardPage(deps.services, req, res);
    const { language, standard, name, keeps, at, crumbs } = page;
    const { t, format } = language;
    const entries = await deps.services.ledger.readStream(stream.nameOf(standard.standard));
    const tellings = tellingsOf(res);
    await render(
      res,
      "pages/standards/standard",
      {
        title: name,
        section: "policy",
        crumbs: crumbs.slice(0, -1),
        eyebrow: [t(`standards:kind.${standard.kind}`), standard.standard],
        lead: standard.versions.length === 0 ? t("standards:standard.noVersion") : undefined,
      },
      {
        facts: [{ term: t("standards:owner.term"), value: await ownerSaid(deps, language, standard.owner) }],
        versions: standard.versions.toReversed().map((version) => versionModel(deps, page, version)),
        keeps: keeps ? { draft: at("versions/new"), change: at("change") } : null,
        history: {
          entries: entries
            .toReversed()
            .slice(0, entriesShown)
            .map((event) => ({
              at: format.dateTime(event.time),
              iso: event.time,
              tag: eventTag(tellings, language, event),
              text: eventSentence(tellings, language, event),
            })),
        },
      },
    );
  };

function versionModel({ services }: Deps, page: StandardPage, version: StandardVersion) {
  const { language, standard, today, at } = page;
  const { t } = language;
  const count = services.views.declared.count({ standard: standard.standard, version: version.version });
  return {
    title: t("standards:standard.version", { version: version.version }),
    href: at(`versions/${version.version}`),
    tag: stateTag(language, version, today),
    days: daysSaid(language, version, today),
    declared: version.inForceOn === null ? null : t("standards:standard.declared", { count }),
  };
}
