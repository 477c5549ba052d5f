import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";

/** What every page of the needs is made from. */
export type NeedsPage = TechnologyPage & {
  readonly words: Words;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};

export async function needsPage(services: Services, req: Request, res: Response): Promise<NeedsPage> {
  const page = await technologyPage(services, req, res);
  const { row, technology, person } = page;
  const digests = technology.needs.flatMap(({ text, judgement }) => [text, judgement?.text ?? null]);
  return {
    ...page,
    words: await wordsFor(services, res, technology, digests),
    open: await actionsFor(services, row.id, person),
  };
}

export const needsCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "needs:crumb", "needs");
