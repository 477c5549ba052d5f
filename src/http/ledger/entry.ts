import type { Request, Response } from "express";
import type { Services } from "../../application/services.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { proveEntry } from "../../ledger/prove.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { namesIn } from "../say/names.ts";
import { languageOf } from "../visitor.ts";
import { wordsFor } from "../private-words.ts";
import { ledgerCrumb } from "./crumb.ts";
import { entryModel } from "./entry-model.ts";
import type { Ground } from "./entry-model.ts";
import { positionIn } from "./position.ts";

/** One entry, to the letter, with the proof that it is there. */
export function entryPage({ services, config, people, house }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const position = positionIn(req);
    const [event, after] = await services.ledger.readAll(position - 1, 2);
    if (event === undefined) notFound();
    const language = languageOf(res);
    await render(
      res,
      "pages/ledger/entry",
      { title: language.t("ledger:entry.title", { position }), section: "ledger", crumbs: [ledgerCrumb(language)] },
      entryModel(language, event, services.views, {
        leafHash: (await services.ledger.leafHash(position)) ?? "",
        proof: await proveEntry(config.dataDir, position),
        last: after === undefined,
        ground: await groundOf(services, res, event),
        names: await namesIn(people, [event]),
        tellings: house.tellings,
      }),
    );
  };
}

/** Why an entry was withheld stands in the entry that says so. */
async function groundOf(services: Services, res: Response, event: LedgerEvent): Promise<Ground | null> {
  const { withheldBy, stream } = event;
  if (withheldBy === undefined) return null;
  const [withholding] = await services.ledger.readAll(withheldBy - 1, 1);
  const technology = (await services.views.technologyState(technologyOf(stream) ?? notFound())) ?? notFound();
  const digest = withholding?.payload["ground"];
  if (typeof digest !== "string") return { by: withheldBy, words: undefined };
  return { by: withheldBy, words: (await wordsFor(services, res, technology, [digest])).get(digest) };
}
