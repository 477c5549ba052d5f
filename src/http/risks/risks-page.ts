import type { Request, Response } from "express";
import { gatherFacts } from "../../application/facts.ts";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import { riskKey, riskOf, risksOf } from "../../domain/safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../domain/safeguards/risk-register.ts";
import { acceptanceOf, ofRisk } from "../../domain/safeguards/risk-acceptance.ts";
import type { AcceptanceStanding } from "../../domain/safeguards/risk-acceptance.ts";
import { riskKind } from "../../domain/safeguard-kinds/risk.ts";
import { standingOf } from "../../domain/safeguards/standing.ts";
import type { Standing } from "../../domain/safeguards/standing.ts";
import type { Facts } from "../../domain/technology/state/facts.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What every page of a technology's risks is made from. */
export type RisksPage = TechnologyPage & {
  readonly facts: Facts;
  readonly open: readonly TechnologyCommandType[];
  readonly risks: readonly RegisteredRisk[];
};

export async function risksPage(services: Services, req: Request, res: Response): Promise<RisksPage> {
  const page = await technologyPage(services, req, res);
  const { technology, policy, today, person } = page;
  return {
    ...page,
    facts: gatherFacts(services, person),
    open: await actionsFor(services, page.row.id, person),
    risks: risksOf(technology, policy, today),
  };
}

/** One of them, with what its people wrote. */
export type RiskPage = RisksPage & {
  readonly risk: RegisteredRisk;
  readonly review: Standing;
  readonly acceptance: AcceptanceStanding;
  readonly words: Words;
};

/** @throws Fault 404 where there is no such risk, or nobody has rated it yet */
export async function riskPage(services: Services, req: Request, res: Response): Promise<RiskPage> {
  const page = await risksPage(services, req, res);
  const { technology, policy, today } = page;
  const item = pathValue(req, "statement");
  const safeguard = technology.safeguards.find((stated) => stated.item === item && stated.kind === riskKey);
  const risk = (safeguard === undefined ? null : riskOf(safeguard, technology, policy, today)) ?? notFound();
  const { answers } = risk.safeguard;
  const texts = ["cause", "event", "consequence", "treatmentHow"].map((key) => answers[key]);
  const reasons = ofRisk(technology, item).flatMap(({ asked, accepted, refused, ended }) => [
    asked.text,
    accepted?.text ?? null,
    refused?.text ?? null,
    ended?.text ?? null,
  ]);
  return {
    ...page,
    risk,
    review: standingOf(riskKind, risk.safeguard, technology, policy, today),
    acceptance: acceptanceOf(risk, technology, today),
    words: await wordsFor(services, res, technology, [
      ...texts.filter((text): text is string => typeof text === "string"),
      ...reasons,
    ]),
  };
}

export const risksCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "risks:crumb", "risks");

export const riskCrumb = ({ at, risk }: Pick<RiskPage, "at" | "risk">): Crumb => ({
  text: risk.name,
  href: at(`risks/${risk.item}`),
});
