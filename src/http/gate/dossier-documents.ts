import { createHash } from "node:crypto";
import type { Block, Paper, PaperPart } from "../../application/documents/paper.ts";
import { readerOf } from "../../application/reader.ts";
import { canonicalJson } from "../../domain/words/canonical.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import { version } from "../../application/version.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { technologyPageOf } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Words } from "../private-words.ts";
import { dossierDigests, dossierModel } from "./dossier-model.ts";
import type { SheetHead } from "./dossier-model.ts";
import { dossierPart } from "./dossier-paper.ts";
import { subjectOf } from "./dossier-subject.ts";
import type { DossierSubject } from "./dossier-subject.ts";
import { partsAt } from "./gate-parts.ts";

export type GateOf = { readonly slug: string; readonly gate: Gate };

/** Who reads, and which words they may. */
export type DossierReader = Pick<TechnologyPage, "language" | "person"> & {
  /** Where it does not follow from who reads. */
  readonly readsAll?: boolean;
  readonly wordsOf: (page: TechnologyPage, digests: Iterable<string | null>) => Promise<Words>;
};

export type DossierAsked = Pick<DossierSubject, "position" | "past"> & {
  readonly gates: readonly GateOf[];
  /** Several gates are papers of a meeting, with their contents. */
  readonly together: boolean;
};

/**
 * The dossiers of these gates as one document, as of a ledger entry. Everything in it is a function of the ledger up to
 * there, of names and private texts as far as they are not erased, and of who may read them.
 *
 * @throws Fault 404
 */
export async function dossierPaper(deps: Deps, reader: DossierReader, asked: DossierAsked): Promise<Paper> {
  const { language } = reader;
  const { t, format } = language;
  const head = await headAt(deps, asked.position);
  const parts: PaperPart[] = [];
  let readsAll = true;
  for (const { slug, gate } of asked.gates) {
    const page = await technologyPageOf(deps.services, slug, reader);
    readsAll &&= reader.readsAll ?? readerOf(deps.services, reader.person, page.technology).all;
    parts.push(wellFormed(await partOf(deps, reader, { page, gate, head, past: asked.past })));
  }
  const title = asked.together ? t("gate:papers.title") : (parts[0]?.title ?? notFound());
  const digest = digestOf({ parts, position: head.position, root: head.root });
  const subject: DossierSubject = {
    version: version(),
    position: head.position,
    past: asked.past,
    reading: readsAll ? "all" : "part",
    locale: language.locale,
    together: asked.together,
    gates: asked.gates,
    digest,
  };
  return {
    language: language.locale,
    title,
    description: t("gate:papers.description", { position: head.position, at: format.dateTime(head.at) }),
    subject: subjectOf(subject),
    at: head.at,
    contents: asked.together ? t("gate:papers.contents") : null,
    parts: withCheck(language, parts, digest),
  };
}

async function partOf(
  deps: Deps,
  reader: DossierReader,
  { page, gate, head, past }: { page: TechnologyPage; gate: Gate; head: SheetHead; past: boolean },
): Promise<PaperPart> {
  const wordsOf = (digests: Iterable<string | null>) => reader.wordsOf(page, digests);
  const moment = past ? { asOf: head.position } : { asOf: null, upTo: head.position };
  const parts = await partsAt(deps, { page, gate, wordsOf, ...moment });
  const words = await wordsOf(dossierDigests(parts));
  return dossierPart(reader.language, await dossierModel(deps, parts, words, head));
}

async function headAt({ services: { ledger } }: Deps, position: number): Promise<SheetHead> {
  const [[entry], root] = await Promise.all([ledger.readAll(position - 1, 1), ledger.rootAt(position)]);
  if (entry === undefined || root === null) return notFound();
  return { position, root, at: entry.time };
}

/** Of what it says, and of the ledger that it was made from: a file cannot bear its own. */
const digestOf = (content: { parts: readonly PaperPart[]; position: number; root: string }): string =>
  createHash("sha256").update(canonicalJson(content), "utf8").digest("hex");

/** Half a character, which somebody may have sent, is none. */
const wellFormed = (part: PaperPart): PaperPart =>
  JSON.parse(
    JSON.stringify(part, (_key, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value)),
  ) as PaperPart;

/** On the last page: what it can be checked by. */
function withCheck(
  { t }: DossierReader["language"],
  parts: readonly PaperPart[],
  digest: string,
): readonly PaperPart[] {
  const check: Block = {
    is: "paragraph",
    runs: [
      { text: t("gate:papers.digest"), small: true },
      { text: digest, mono: true },
      { text: t("gate:papers.verify"), small: true },
      { text: "npm run touchstone -- dossier verify FILE", mono: true },
    ],
  };
  return parts.map((part, n) => (n < parts.length - 1 ? part : { ...part, blocks: withLast(part.blocks, check) }));
}

/** On the page of what it stands beneath. */
function withLast(blocks: readonly Block[], check: Block): readonly Block[] {
  const last = blocks.at(-1);
  return last?.is === "together"
    ? [...blocks.slice(0, -1), { ...last, blocks: [...last.blocks, check] }]
    : [...blocks, check];
}
