import type { Request, Response } from "express";
import { gatherFacts } from "../../application/facts.ts";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { Progress } from "../../authority/collected.ts";
import { collectionIn } from "../../domain/technology/state/collections.ts";
import type { Collection } from "../../domain/technology/state/collections.ts";
import type { Facts } from "../../domain/technology/state/facts.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { collectionName } from "../say/collection.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What every page of the collections is made from. */
export type CollectionsPage = TechnologyPage & {
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
  readonly facts: Facts;
};

export async function collectionsPage(services: Services, req: Request, res: Response): Promise<CollectionsPage> {
  const page = await technologyPage(services, req, res);
  return {
    ...page,
    open: await actionsFor(services, page.row.id, page.person),
    facts: gatherFacts(services, page.person),
  };
}

/** And those of one of them. */
export type CollectionPage = CollectionsPage & {
  readonly collection: Collection;
  /** As it is counted where the answers lie, or as its closing says. */
  readonly progress: Progress;
  readonly words: Words;
};

/** @throws Fault 404 where the technology has no such collection */
export async function collectionPage(services: Services, req: Request, res: Response): Promise<CollectionPage> {
  const page = await collectionsPage(services, req, res);
  const collection = collectionIn(page.technology, pathValue(req, "id")) ?? notFound();
  const { introduction, places, tasks, closed } = collection;
  return {
    ...page,
    collection,
    progress: await progressOf(services, page, collection),
    words: await wordsFor(services, res, page.technology, [
      introduction,
      ...places.map(({ place }) => place),
      ...tasks.map(({ task }) => task),
      closed?.reason ?? null,
    ]),
  };
}

export async function progressOf(
  { collected }: Services,
  { row }: Pick<TechnologyPage, "row">,
  { collection, closed }: Collection,
): Promise<Progress> {
  const progress = await collected.progress({ technology: row.id, collection });
  return closed === null ? progress : { ...progress, ...closed.counts };
}

export const collectionsCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "collections:crumb", "collections");

export const collectionCrumb = ({ language, at, collection }: CollectionPage): Crumb => ({
  text: collectionName(language, collection),
  href: at(`collections/${collection.collection}`),
});
