import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What every page about shared evidence is made from. */
export type SharingPage = TechnologyPage & {
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};

export async function sharingPage(services: Services, req: Request, res: Response): Promise<SharingPage> {
  const page = await technologyPage(services, req, res);
  return { ...page, open: await actionsFor(services, page.row.id, page.person) };
}

export const sharingCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "sharing:crumb", "sharing");
