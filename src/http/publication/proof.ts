import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Request, Response } from "express";
import { proveEntries } from "../../ledger/prove.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { renderOutside } from "../outside/page.ts";
import { strangerOf } from "../outside/stranger.ts";
import { pathValue } from "../request-values.ts";

const program = readFileSync(join(import.meta.dirname, "check-proof.mjs"), "utf8");

/**
 * `/public/technologies/:slug/proof.json`: of the newest decision told, that it and its telling are entries of the signed
 * log. The entry that told it holds nothing of anybody's and comes whole; of the decision's own, which holds who voted,
 * comes the hash.
 */
export const proofFile =
  ({ services, config }: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const row = services.views.publications.bySlug(pathValue(req, "slug")) ?? notFound();
    const state = (await services.views.technologyState(row.technology)) ?? notFound();
    const telling = state.published.at(-1) ?? notFound();
    const [publication, decision] = await proveEntries(config.dataDir, [telling.position, telling.decision]);
    if (publication === undefined || decision === undefined) notFound();
    res.setHeader("Cache-Control", "public, no-cache");
    res.attachment(`${row.slug}-proof.json`);
    res.json({
      technology: row.slug,
      vkey: services.ledger.vkey,
      publication: {
        position: publication.position,
        entry: publication.bytes.toString("utf8"),
        proof: publication.proof,
      },
      decision: {
        position: decision.position,
        leafHash: decision.hash.toString("base64"),
        proof: decision.proof,
      },
    });
  };

/** `/public/check-proof.mjs`: the program that checks it, as text to be read first. */
export function programFile(_req: Request, res: Response): void {
  res.setHeader("Cache-Control", "public, max-age=3600");
  res.type("text/plain").send(program);
}

/** `/public/verify`: what the proof shows, what it does not, and how anybody checks it. */
export const verifyPage =
  ({ services }: Deps) =>
  async (_req: Request, res: Response): Promise<void> => {
    const { language, to } = strangerOf(res);
    const { t } = language;
    renderOutside(
      res,
      "pages/publication/verify",
      {
        title: t("publication:verify.title"),
        lead: t("publication:verify.lead"),
        crumbs: [{ text: t("publication:list.title"), href: to("/public") }],
      },
      {
        program: "/public/check-proof.mjs",
        code: program,
        vkey: services.ledger.vkey,
        checkpoint: await services.ledger.checkpoint(),
      },
    );
  };
