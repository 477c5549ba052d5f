import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Services } from "../../application/services.ts";
import type { TextResult } from "../../application/texts.ts";
import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import type { ScoringContext } from "../../domain/scoring/context.ts";
import { isWhole } from "../../domain/scoring/is-whole.ts";
import { lookConfidence } from "../../domain/statistics/looks.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { isExpired } from "../../domain/evidence/expiry.ts";
import { measureContext } from "../../domain/technology/looks/look-context.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import { crumbAt, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import type { Language } from "../view/languages.ts";
import { wordsFor } from "../private-words.ts";
import { indicatorsToday } from "./measured.ts";

/** What every part of the evidence pages is made from. */
export type EvidencePage = TechnologyPage & {
  readonly timeZone: string;
  readonly words: ReadonlyMap<string, TextResult>;
  /** What the person who looks may do now. */
  readonly open: readonly TechnologyCommandType[];
  /** Null before a plan is locked: then nothing says what is to be measured. */
  readonly context: ScoringContext | null;
  /** As the evidence says today, not for decision; a gate reads the last look. */
  readonly indicators: readonly IndicatorResult[];
  /** c′: the one-sided confidence of every bound shown. */
  readonly confidence: number;
};

/** What figures are made of: the same for whoever may open the page, so that what is written out of it may be kept. */
export type EvidenceFigures = Omit<EvidencePage, "words" | "open" | "person">;

/** @param named the pieces that the page calls by their titles */
export async function evidencePage(
  services: Services,
  req: Request,
  res: Response,
  named: (all: readonly Piece[]) => readonly Piece[],
): Promise<EvidencePage> {
  const page = await technologyPage(services, req, res);
  const { row, technology, policy, person, today } = page;
  const context = measureContext(technology, policy, today);
  const looks = Math.max(1, technology.plan?.plan.looks.length ?? 1);
  return {
    ...page,
    timeZone: services.config.timeZone,
    words: await wordsFor(services, res, technology, [
      ...named(technology.evidence).flatMap(({ title, withdrawal, mappingText }) => [
        title,
        withdrawal,
        mappingText ?? null,
      ]),
      ...technology.evidence.flatMap(({ groupWords = [] }) => groupWords.map(({ group }) => group)),
    ]),
    open: await actionsFor(services, row.id, person),
    context,
    indicators: context === null ? [] : indicatorsToday(services.views, page, context),
    confidence: lookConfidence({ confidence: policy.confidence, looks }),
  };
}

export const evidenceCrumb = (page: Pick<TechnologyPage, "language" | "at">): Crumb =>
  crumbAt(page, "evidence:crumb", "evidence");

/** The pieces a kind is drawn from: those in force; where none is left, the expired ones, and that is said. */
export function drawnPieces({ context, technology, today }: EvidenceFigures, kind: EvidenceKind) {
  const counted = new Set((context?.pieces ?? []).map(({ digest }) => digest));
  const ofKind = technology.evidence.filter(
    (piece) => piece.kind === kind && piece.state !== "withdrawn" && counted.has(piece.digest),
  );
  const current = ofKind.filter((piece) => !isExpired(piece, today));
  return { pieces: current.length > 0 ? current : ofKind, expired: current.length === 0 };
}

/** The indicator of a measure itself, without its groups. */
export const indicatorOf = ({ indicators }: EvidenceFigures, measure: Measure): IndicatorResult | undefined =>
  indicators.find((indicator) => indicator.measure === measure && isWhole(indicator));

/** Of several pieces one decides, or all count together: the words for either. */
export const howSeveral = (indicator: IndicatorResult | undefined): "worst" | "together" =>
  indicator?.measured !== undefined && indicator.decidedBy === undefined ? "together" : "worst";

/** The words for a group of people: ours where the policy names it, else as the file has it. */
export const groupName = ({ t }: Language, group: string): string =>
  t.has(`words:group.${group}`) ? t(`words:group.${group}`) : group;

export const periodText = ({ format }: Language, { from, to }: Pick<Piece, "from" | "to">): string =>
  format.isoDay(from) === format.isoDay(to) ? format.date(from) : `${format.date(from)} – ${format.date(to)}`;
