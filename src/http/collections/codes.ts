import type { Request, Response } from "express";
import type { z } from "zod";
import { issueCodes } from "../../application/collections/issue-codes.ts";
import { inGroups } from "../../domain/words/typed-code.ts";
import type { Batch } from "../../domain/technology/state/collections.ts";
import { addressOfCode } from "../codes/addresses.ts";
import { codesBehindKey } from "../codes/behind-key.ts";
import type { Deps } from "../deps.ts";
import type { Form } from "../forms/form.ts";
import type { ListFile } from "../lists/list-file.ts";
import { namedColumns } from "../lists/list-file.ts";
import { filesOf } from "../lists/files.ts";
import { done } from "../page.ts";
import { plainWords } from "../private-words.ts";
import { askedGroup, collectionName } from "../say/collection.ts";
import { submission, unsettled } from "../submission.ts";
import { renderTechnology } from "../technology-page.ts";
import { answerPath } from "./addresses.ts";
import { showCollection } from "./collection.ts";
import type { issueSchema } from "./issue-fields.ts";
import { collectionCrumb, collectionPage, collectionsCrumb } from "./page.ts";
import type { CollectionPage } from "./page.ts";

type Values = z.output<typeof issueSchema>;

/** Codes are given out once; their page has them as links, cards, large print and a list, for whoever has its address. */
export const codesPages = (deps: Deps) => ({
  async issue(req: Request, res: Response, form: Form<Values>): Promise<void> {
    const { services } = deps;
    const page = await collectionPage(services, req, res);
    if (!form.valid) return showCollection(deps, req, res, page, form);
    const { key, count, group, place } = form.values;
    const { collection } = page.collection;
    const sent = { ...submission(res, { ...form, version: null }, "planner"), technology: page.row.id };
    const command = { type: "IssueCodes", collection, count, group: group === "" ? null : group, place } as const;
    const outcome = await issueCodes(services, sent, command, key);
    const refused = unsettled(form, outcome);
    if (refused !== null) return showCollection(deps, req, res, await collectionPage(services, req, res), refused);
    const issued = outcome.kind === "accepted" || outcome.kind === "repeated" ? outcome.events : [];
    const batch = issued.find(({ type }) => type === "CodesIssued")?.payload["batch"];
    if (typeof batch !== "number") throw new Error("Giving out codes entered no batch");
    done(res, `${page.at(`collections/${collection}/codes/${batch}`)}?key=${key}`, "collections:codes.done");
  },

  async show(req: Request, res: Response): Promise<void> {
    const codes = await gatherCodes(deps, req, res);
    const { page, batch, key, all } = codes;
    const { language, row } = page;
    const { t } = language;
    const here = placeOf(page, batch);
    await renderTechnology(
      res,
      page,
      "pages/collections/codes",
      {
        title: t("collections:codes.title", { name: row.name, count: all.length }),
        trail: [collectionsCrumb(page), collectionCrumb(page)],
        lead: t("collections:codes.once"),
        secret: true,
      },
      {
        whom: whomOf(page, batch),
        cards: `${here}/cards?key=${key}`,
        large: `${here}/cards?key=${key}&size=large`,
        files: filesOf(`${here}/list?key=${key}`),
        codes: all.slice(0, shownAtOnce).map((code) => ({
          code: inGroups(code),
          address: addressOfCode(req, deps.config, answerPath, code),
        })),
        more: all.length > shownAtOnce ? t("collections:codes.more", { count: all.length - shownAtOnce }) : null,
      },
    );
  },
});

/** The codes of a batch with their addresses, for mails and printers. */
export async function codesFile(deps: Deps, req: Request, res: Response): Promise<ListFile> {
  const { page, batch, all } = await gatherCodes(deps, req, res);
  const { language, collection } = page;
  const whom = whomOf(page, batch);
  return {
    name: `${page.row.slug}-${collection.collection}-codes-${batch.batch}`,
    title: collectionName(language, collection),
    columns: namedColumns(language, "collections:file", [
      { name: "number", holds: "number" },
      { name: "code" },
      { name: "address" },
      { name: "whom" },
    ]),
    pages: [all.map((code, i) => [i + 1, inGroups(code), addressOfCode(req, deps.config, answerPath, code), whom])],
  };
}

const shownAtOnce = 20;

export interface Codes {
  readonly page: CollectionPage;
  readonly batch: Batch;
  readonly key: string;
  readonly all: readonly string[];
}

/** Where the codes of a batch are shown to whoever has its key. */
export const placeOf = ({ at, collection }: CollectionPage, { batch }: Batch): string =>
  at(`collections/${collection.collection}/codes/${batch}`);

/** @throws Fault 404 for whoever has not the key of the batch */
export async function gatherCodes({ services }: Deps, req: Request, res: Response): Promise<Codes> {
  const page = await collectionPage(services, req, res);
  const { collection, row } = page;
  const of = { technology: row.id, collection: collection.collection };
  return { page, ...(await codesBehindKey(services, req, of, collection.batches)) };
}

export function whomOf({ language, collection, words }: CollectionPage, { group, place }: Batch): string {
  const where = place === null ? "" : plainWords(words, collection.places[place - 1]?.place ?? null);
  return [group === null ? "" : askedGroup(language, group), where]
    .filter((text) => text !== "")
    .join(language.t("common:comma"));
}
