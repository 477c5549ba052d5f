import type { Request, Response } from "express";
import { gatherFacts } from "../../application/facts.ts";
import type { Services } from "../../application/services.ts";
import { consultationIn } from "../../domain/technology/state/consultations.ts";
import type { Consultation } from "../../domain/technology/state/consultations.ts";
import { mayConsult } from "../../domain/technology/state/may-consult.ts";
import { notFound } from "../faults.ts";
import { pathValue } from "../request-values.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";

/** What pages about the consultations of one technology are made from. */
export type ConsultationsPage = TechnologyPage & {
  /** Whoever looks runs them, and may do all that is offered. */
  readonly runs: boolean;
};

export async function consultationsPage(services: Services, req: Request, res: Response): Promise<ConsultationsPage> {
  const page = await technologyPage(services, req, res);
  const { people } = gatherFacts(services, page.person);
  return { ...page, runs: mayConsult(page.technology, page.person.id, { people }).length === 0 };
}

/** And those of one of them. */
export type ConsultationPage = ConsultationsPage & {
  readonly asking: Consultation;
};

/** @throws Fault 404 where the technology has no such consultation */
export async function consultationPage(services: Services, req: Request, res: Response): Promise<ConsultationPage> {
  const page = await consultationsPage(services, req, res);
  return { ...page, asking: consultationIn(page.technology, pathValue(req, "id")) ?? notFound() };
}

export const consultationsCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "consultations:crumb", "consultations");

export const consultationCrumb = ({ at, asking }: Pick<ConsultationPage, "at" | "asking">): Crumb => ({
  text: asking.title,
  href: at(`consultations/${asking.consultation}`),
});
