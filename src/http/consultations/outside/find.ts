import type { Request } from "express";
import { streamOfSlug } from "../../../application/propose.ts";
import type { Services } from "../../../application/services.ts";
import { texts } from "../../../application/texts.ts";
import type { TextResult } from "../../../application/texts.ts";
import { consultationIn, consultationStanding } from "../../../domain/technology/state/consultations.ts";
import type { Consultation, ConsultationStanding } from "../../../domain/technology/state/consultations.ts";
import { groundAgainst } from "../../../domain/technology/state/publication.ts";
import type { WithholdingGround } from "../../../domain/technology/state/publication.ts";
import type { Technology } from "../../../domain/technology/state/technology.ts";
import { technologyOf } from "../../../domain/technology/streams.ts";
import { notFound } from "../../faults.ts";
import { pathValue } from "../../request-values.ts";
import { paragraphsShown } from "../../say/paragraphs.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";

/** A consultation as anybody may know it. */
export interface Asked {
  /** The technology's id. */
  readonly id: string;
  readonly slug: string;
  readonly technology: Technology;
  readonly consultation: Consultation;
  readonly standing: ConsultationStanding;
  /** Why everything about the technology is withheld; null: it is not. */
  readonly withheld: WithholdingGround | null;
}

/** @throws Fault 404 where there is none at this address */
export async function askedAt(services: Services, req: Request): Promise<Asked> {
  const slug = pathValue(req, "slug");
  const stream = await streamOfSlug(services, slug);
  const id = stream === null ? null : technologyOf(stream);
  return id === null ? notFound() : askedIn(services, id, pathValue(req, "id"));
}

/** @param id the technology's */
export async function askedIn(services: Services, id: string, name: string): Promise<Asked> {
  const technology = (await services.views.technologyState(id)) ?? notFound();
  const consultation = consultationIn(technology, name) ?? notFound();
  return {
    id,
    slug: technology.slug,
    technology,
    consultation,
    standing: consultationStanding(consultation, services.today()),
    withheld: groundAgainst({ ...technology, withheldParts: technology.withheldParts.filter(isAll) }, "purpose"),
  };
}

const isAll = ({ part }: Technology["withheldParts"][number]): boolean => part === "everything";

export const addressOf = ({ slug, consultation }: Pick<Asked, "slug" | "consultation">): string =>
  `/public/consultations/${slug}/${consultation.consultation}`;

/** Words by their digests, a paragraph a line; nothing for a digest that is none. */
export type Paragraphs = (digest: string | null) => readonly Content[];

/** Whatever else a ledger holds, no other words than these are ever looked up for people outside. */
export async function wordsOutside(
  services: Services,
  language: Language,
  digests: readonly (string | null)[],
): Promise<Paragraphs> {
  const open = new Set(digests);
  const words: ReadonlyMap<string, TextResult> = await texts(
    services,
    { all: false, may: (digest) => open.has(digest) },
    open,
  );
  return (digest) => (digest === null ? [] : paragraphsShown(language, words.get(digest)));
}

/** Everything of a consultation that is written for everybody. */
export const textsForEverybody = (of: Consultation): readonly (string | null)[] => [
  of.question,
  of.stillOpen,
  of.settled,
  of.audience,
  of.how,
  of.shorter,
  of.place,
  ...of.papers.map(({ name }) => name),
  ...(of.poll?.options.map(({ option }) => option) ?? []),
  ...of.versions.map(({ reason }) => reason),
  ...of.points.flatMap(({ words, answers }) => [
    words.at(-1)?.text ?? null,
    ...answers.flatMap(({ reason, change }) => [reason, change?.text ?? null]),
  ]),
  of.minutes?.minutes ?? null,
  of.withdrawn?.reason ?? null,
  of.answered?.heard ?? null,
  of.answered?.did ?? null,
];
