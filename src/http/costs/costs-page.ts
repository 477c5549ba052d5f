import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What every page of the costs is made from. */
export type CostsPage = TechnologyPage & {
  readonly words: Words;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};

export async function costsPage(services: Services, req: Request, res: Response): Promise<CostsPage> {
  const page = await technologyPage(services, req, res);
  const { row, technology, person } = page;
  const digests = [
    ...technology.costPlans.flatMap(({ plan, reason }) => [...plan.packages.map(({ name }) => name), reason]),
    ...technology.costReports.map(({ text }) => text),
  ];
  return {
    ...page,
    words: await wordsFor(services, res, technology, digests),
    open: await actionsFor(services, row.id, person),
  };
}

export const costsCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "costs:crumb", "costs");
