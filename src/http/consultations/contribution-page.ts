import type { Request, Response } from "express";
import { readContribution } from "../../application/consultations/on-contribution.ts";
import type { Services } from "../../application/services.ts";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import { notFound } from "../faults.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import type { Crumb } from "../view/chrome.ts";
import { consultationIn } from "../../domain/technology/state/consultations.ts";
import { consultationCrumb, consultationsCrumb, consultationsPage } from "./page.ts";
import type { ConsultationPage } from "./page.ts";

/** One contribution with its words, as far as they are for whoever looks. */
export type ContributionPage = ConsultationPage & {
  readonly id: string;
  readonly contribution: Contribution;
  readonly version: number;
  readonly words: Words;
};

/** @throws Fault 404 where there is no such contribution to a consultation of this technology */
export async function contributionPage(services: Services, req: Request, res: Response): Promise<ContributionPage> {
  const page = await consultationsPage(services, req, res);
  const id = pathValue(req, "id");
  const read = /^[0-9a-f]{32}$/.test(id) ? await readContribution(services, id) : null;
  // The ledger says whose it is: a row of the views that was edited leads nowhere.
  const { contribution, version } = read ?? notFound();
  if (contribution.technology !== page.row.id) notFound();
  const asking = consultationIn(page.technology, contribution.consultation) ?? notFound();
  const points = asking.points.map((point) => point.words.at(-1)?.text ?? null);
  const words = await wordsFor(services, res, page.technology, [...contribution.texts, ...points]);
  return { ...page, asking, id, contribution, version, words };
}

export const placeOf = ({ id }: Pick<ContributionPage, "id">): string => `contributions/${id}`;

/** Everybody here calls a contribution by the number of the entry it came in by. */
export const contributionName = ({ contribution, language }: ContributionPage): string =>
  language.t("consultations:contributions.number", { number: contribution.received.position });

export const contributionTrail = (page: ContributionPage): readonly Crumb[] => [
  consultationsCrumb(page),
  consultationCrumb(page),
  {
    text: page.language.t("consultations:one.contributions"),
    href: page.at(`consultations/${page.asking.consultation}/contributions`),
  },
];
