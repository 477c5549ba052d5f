import type { Request, Response } from "express";
import { gatherFacts } from "../../application/facts.ts";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import { gatesAsking } from "../../domain/policy/conditions-for.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import { standingOf } from "../../domain/safeguards/standing.ts";
import type { Standing } from "../../domain/safeguards/standing.ts";
import type { Facts } from "../../domain/technology/state/facts.ts";
import type { Safeguard } from "../../domain/technology/state/safeguards.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { textsOf } from "./texts-of.ts";

/** What every page of the safeguards is made from. */
export type SafeguardsPage = TechnologyPage & {
  readonly facts: Facts;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
};

export async function safeguardsPage(services: Services, req: Request, res: Response): Promise<SafeguardsPage> {
  const page = await technologyPage(services, req, res);
  return {
    ...page,
    facts: gatherFacts(services, page.person),
    open: await actionsFor(services, page.row.id, page.person),
  };
}

/** One statement, with what its people wrote. */
export type StatementPage = SafeguardsPage & {
  readonly kind: SafeguardKind;
  readonly safeguard: Safeguard;
  readonly standing: Standing;
  readonly words: Words;
};

/** @throws Fault 404 where there is no such statement, or none that this version knows */
export async function statementPage(services: Services, req: Request, res: Response): Promise<StatementPage> {
  const page = await safeguardsPage(services, req, res);
  const { technology, policy, today } = page;
  const safeguard = technology.safeguards.find(({ item }) => item === pathValue(req, "statement")) ?? notFound();
  const kind = safeguardKind(safeguard.kind) ?? notFound();
  return {
    ...page,
    kind,
    safeguard,
    standing: standingOf(kind, safeguard, technology, policy, today),
    words: await wordsFor(services, res, technology, textsOf(kind, policy, safeguard)),
  };
}

/** The gates at which the policy asks this kind of this technology, the nearest first. */
export const askedAt = ({ technology, policy }: TechnologyPage, { key }: SafeguardKind): readonly Gate[] =>
  gatesAsking(policy, technology.tier, key);

export const safeguardsCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "safeguards:crumb", "safeguards");
