import { pipeline } from "node:stream/promises";
import type { Readable } from "node:stream";
import type { Request, Response } from "express";
import { documentFormat } from "../../../evidence/documents.ts";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import type { Stranger } from "../../outside/stranger.ts";
import { pathValue } from "../../request-values.ts";
import type { Content } from "../../view/html.ts";
import { addressOf, askedAt } from "./find.ts";
import type { Asked, Paragraphs } from "./find.ts";

interface PaperModel {
  readonly name: Content;
  /** What it is pinned by. */
  readonly digest: string;
  /** Without an address where a file is erased. */
  readonly files: readonly { readonly href: string | null; readonly text: string }[];
}

/** What can be read first. A paper whose file was erased stays named, and is said to be. */
export const papersOf = (
  { services }: Deps,
  { language: { t, format } }: Stranger,
  asked: Asked,
  words: Paragraphs,
): readonly PaperModel[] =>
  asked.consultation.papers.map(({ evidence, digest, name }) => ({
    name: words(name)[0] ?? evidence,
    digest: t("taking-part:paper.digest", { digest }),
    files: filesOf(asked, evidence).map((file, at, all) =>
      isThere(services, asked, file.digest)
        ? {
            href: `${addressOf(asked)}/papers/${file.digest}`,
            text: t(`taking-part:paper.${all.length > 1 ? "files" : "file"}`, {
              number: at + 1,
              size: format.bytes(file.bytes),
            }),
          }
        : { href: null, text: t("taking-part:paper.erased") },
    ),
  }));

/** `/public/consultations/:slug/:id/papers/:digest`: a file that is pinned, byte for byte, never shown in the page. */
export const paperOutside =
  ({ services }: Deps) =>
  async (req: Request, res: Response): Promise<void> => {
    const asked = await askedAt(services, req);
    const digest = pathValue(req, "digest");
    const pinned = asked.consultation.papers.flatMap(({ evidence }) => filesOf(asked, evidence));
    const file = pinned.find((known) => known.digest === digest);
    if (file === undefined || asked.withheld !== null || !isThere(services, asked, digest)) notFound();
    const { type, ending } = kindOf(await headOf(services.vault.read(digest)));
    res.type(type).attachment(`${asked.slug}-${digest.slice(0, 8)}.${ending}`);
    res.set("Content-Length", String(file.bytes));
    res.set("Cache-Control", "public, no-cache");
    await pipeline(services.vault.read(digest), res);
  };

const filesOf = ({ technology }: Asked, evidence: string): Asked["technology"]["evidence"][number]["files"] =>
  technology.evidence.find((piece) => piece.evidence === evidence)?.files ?? [];

const isThere = ({ vault }: Deps["services"], { technology }: Asked, digest: string): boolean =>
  !technology.erased.includes(digest) && vault.has(digest);

/** What a telephone opens by itself; anything else is for whoever knows what it is. */
const kinds: Readonly<Record<string, { readonly type: string; readonly ending: string }>> = {
  PDF: { type: "application/pdf", ending: "pdf" },
  PNG: { type: "image/png", ending: "png" },
  JPEG: { type: "image/jpeg", ending: "jpg" },
};

const kindOf = (head: Buffer) =>
  kinds[documentFormat(head) ?? ""] ?? { type: "application/octet-stream", ending: "bin" };

async function headOf(stream: Readable): Promise<Buffer> {
  for await (const chunk of stream) return chunk as Buffer;
  return Buffer.alloc(0);
}
