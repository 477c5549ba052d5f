import type { Request, Response } from "express";
import type { Collection } from "../../domain/technology/state/collections.ts";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import { collectionName, collectionTag, progressText } from "../say/collection.ts";
import { renderTechnology } from "../technology-page.ts";
import { pageOf, pagerOf, placedAt } from "../view/pages.ts";
import type { Services } from "../../application/services.ts";
import { collectionsPage, progressOf } from "./page.ts";
import type { CollectionsPage } from "./page.ts";

const pageSize = 25;

/** All collections of a technology, the newest first. */
export const listPages = ({ services }: Deps) => ({
  async show(req: Request, res: Response): Promise<void> {
    const page = await collectionsPage(services, req, res);
    const { row, language, technology, open, at } = page;
    const { t, format } = language;
    const total = technology.collections.length;
    const listed = pageOf(technology.collections.toReversed(), ({ collection }) => collection, {
      after: queryValue(req, "after"),
      size: pageSize,
    });
    await renderTechnology(
      res,
      page,
      "pages/collections/collections",
      {
        title: t("collections:title", { name: row.name }),
        lead: t(total === 0 ? "collections:lead.none" : "collections:lead.some", { count: total }),
      },
      {
        rows: await Promise.all(listed.entries.map((collection) => rowModel(services, page, collection))),
        pager: pagerOf(language, listed, placedAt(at("collections")), format.number(total)),
        empty: total === 0 ? emptyModel(page) : null,
        opening: open.includes("OpenCollection") && total > 0 ? at("collections/new") : null,
      },
    );
  },
});

function emptyModel({ language: { t }, technology, open, at }: CollectionsPage) {
  const mayOpen = open.includes("OpenCollection");
  return {
    title: t("collections:empty.title"),
    text: t(technology.plan === null ? "collections:empty.noPlan" : "collections:empty.text"),
    action: mayOpen ? { text: t("collections:open.link"), href: at("collections/new") } : undefined,
  };
}

async function rowModel(services: Services, page: CollectionsPage, collection: Collection) {
  const { language, today, at } = page;
  const { t, format } = language;
  return {
    tag: collectionTag(language, collection, today),
    name: collectionName(language, collection),
    href: at(`collections/${collection.collection}`),
    days: t("collections:days", { from: format.date(collection.opensOn), until: format.date(collection.closesOn) }),
    progress: progressText(language, collection, await progressOf(services, page, collection)),
  };
}
