import type { Request, Response } from "express";
import { gatherFacts } from "../../application/facts.ts";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import { mayAdvise } from "../../domain/technology/committee/may-advise.ts";
import type { Facts } from "../../domain/technology/state/facts.ts";
import { standingOf } from "../../domain/technology/state/panel-tally.ts";
import type { MemberStanding } from "../../domain/technology/state/panel-tally.ts";
import type { Technology, TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { panelNow } from "../../domain/technology/state/committee.ts";
import type { Panel } from "../../domain/technology/state/committee.ts";
import { wordsOfPanel } from "../../domain/technology/state/panel-words.ts";
import type { Reason } from "../../domain/words/decision.ts";
import type { Deps } from "../deps.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What every page about the committee's opinion on one technology is made from. */
export type PanelPage = TechnologyPage & {
  readonly panel: Panel | null;
  readonly words: Words;
  readonly names: ReadonlyMap<string, string>;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
  readonly services: Services;
  /** Of members whose opinion is awaited, why they can give none as things stand; who can is not among them. */
  readonly barred: ReadonlyMap<string, readonly Reason[]>;
};

export async function panelPage({ services, people }: Deps, req: Request, res: Response): Promise<PanelPage> {
  const page = await technologyPage(services, req, res);
  const { row, technology, person } = page;
  const panel = panelNow(technology);
  return {
    ...page,
    panel,
    services,
    words: await wordsFor(services, res, technology, panel === null ? [] : wordsOfPanel(panel)),
    names: await people.names((panel?.members ?? []).map((member) => member.person)),
    open: await actionsFor(services, row.id, person),
    barred: barredOf(technology, panel, gatherFacts(services, person)),
  };
}

/** They moved to the department that proposes, or their term is over: nothing of it is an entry of the technology. */
function barredOf(technology: Technology, panel: Panel | null, facts: Facts): PanelPage["barred"] {
  const awaited = (panel?.members ?? []).filter((member) => waits.includes(standingOf(technology, member)));
  return new Map(
    awaited
      .map(({ person }) => [person, mayAdvise(technology, person, facts)] as const)
      .filter(([, reasons]) => reasons.length > 0),
  );
}

const waits: readonly MemberStanding[] = ["awaited", "older"];

export const panelCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "committee:crumb", "committee");
