import { once } from "node:events";
import type { Request, Response } from "express";
import { z } from "zod";
import type { Services } from "../../application/services.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import { verifyBeside } from "../../application/verify-beside.ts";
import { exportLedger } from "../../ledger/export.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { proveEntry } from "../../ledger/prove.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import type { Form } from "../forms/form.ts";
import { render } from "../page.ts";
import { namesIn } from "../say/names.ts";
import { wordsFor } from "../words.ts";
import { languageOf, pathValue, queryValue } from "../visitor.ts";
import { entryModel } from "./entry.ts";
import type { Ground } from "./entry.ts";
import { listEntries } from "./list.ts";
import { verificationModel } from "./verification.ts";

export const verifySchema = z.object({});

/** The decision ledger: what is in it, whether it is whole, and the proof of any entry. */
export function ledgerPages(deps: Deps) {
  const { services, config, people, house } = deps;
  const crumbs = (res: Response) => [{ text: languageOf(res).t("ledger:title"), href: "/ledger" }];
  return {
    list: listEntries(deps),

    async entry(req: Request, res: Response): Promise<void> {
      const position = positionOf(pathValue(req, "position"));
      const [event, after] = await services.ledger.readAll(position - 1, 2);
      if (event === undefined) notFound();
      const language = languageOf(res);
      const { t } = language;
      await render(
        res,
        "pages/ledger/entry",
        { title: t("ledger:entry.title", { position }), section: "ledger", crumbs: crumbs(res) },
        entryModel(language, event, services.views, {
          leafHash: (await services.ledger.leafHash(position)) ?? "",
          proof: await proveEntry(config.dataDir, position),
          last: after === undefined,
          ground: await groundOf(services, res, event),
          names: await namesIn(people, [event]),
          tellings: house.tellings,
        }),
      );
    },

    async proof(req: Request, res: Response): Promise<void> {
      const position = positionOf(pathValue(req, "position"));
      const head = await services.ledger.head();
      if (position > head.position) notFound();
      res
        .attachment(`touchstone-${position}.tlog-proof`)
        .type("text/plain")
        .send(await proveEntry(config.dataDir, position));
    },

    async checkpoint(_req: Request, res: Response): Promise<void> {
      const note = (await services.ledger.checkpoint()) ?? notFound();
      res.attachment("touchstone.checkpoint").type("text/plain").send(note);
    },

    async exported(_req: Request, res: Response): Promise<void> {
      res.attachment("touchstone-ledger.jsonl").type("application/jsonl");
      await exportLedger(config.dataDir, async (line) => {
        if (!res.write(`${line}\n`)) await once(res, "drain");
      });
      res.end();
    },

    async verify(_req: Request, res: Response, _form: Form<z.output<typeof verifySchema>>): Promise<void> {
      const language = languageOf(res);
      const { t } = language;
      const found = await verifyBeside({ dataDir: config.dataDir });
      await render(
        res,
        "pages/ledger/verification",
        {
          title: t(found.ok ? "ledger:verified.whole" : "ledger:verified.broken"),
          section: "ledger",
          crumbs: crumbs(res),
          lead: t(found.ok ? "ledger:verified.leadWhole" : "ledger:verified.leadBroken", {
            count: found.ok ? found.entries : found.findings.length,
          }),
        },
        verificationModel(language, found),
      );
    },

    /** The result has no address of its own: whoever comes back to it starts again from the ledger's page. */
    verificationGone(_req: Request, res: Response): void {
      res.redirect(303, "/ledger");
    },

    goto(req: Request, res: Response): void {
      const position = Number(queryValue(req, "position"));
      res.redirect(303, Number.isSafeInteger(position) && position > 0 ? `/ledger/${position}` : "/ledger");
    },
  };
}

/** Why an entry was withheld stands in the entry that says so. */
async function groundOf(services: Services, res: Response, event: LedgerEvent): Promise<Ground | null> {
  const { withheldBy, stream } = event;
  if (withheldBy === undefined) return null;
  const [said] = await services.ledger.readAll(withheldBy - 1, 1);
  const technology = (await services.views.technologyState(technologyOf(stream) ?? notFound())) ?? notFound();
  const digest = said?.payload["ground"];
  if (typeof digest !== "string") return { by: withheldBy, words: undefined };
  return { by: withheldBy, words: (await wordsFor(services, res, technology, [digest])).get(digest) };
}

function positionOf(text: string): number {
  return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : notFound();
}
