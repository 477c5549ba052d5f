import type { Request, Response } from "express";
import { docxOf } from "../../application/documents/docx.ts";
import { NotTypeset } from "../../application/documents/pdf.ts";
import type { Paper } from "../../application/documents/paper.ts";
import type { Deps } from "../deps.ts";
import { wordsFor } from "../private-words.ts";
import { pathValue, queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { dossierPaper } from "./dossier-documents.ts";
import type { DossierAsked, DossierReader } from "./dossier-documents.ts";
import { gateOf } from "./gate-parts.ts";
import { noPdf } from "./no-pdf.ts";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Asked = Pick<DossierAsked, "gates" | "together"> & {
  /** Of the file, without position and kind. */
  readonly name: string;
};

/** A dossier as PDF and as DOCX, or several as the papers of a meeting; what they are of, `askedOf` reads from the request. */
export function dossierFiles(deps: Deps, askedOf: (req: Request) => Asked) {
  return {
    async pdf(req: Request, res: Response): Promise<void> {
      // The page says why there is none, and has the rest.
      if (!deps.typesetter.available) {
        res.redirect(303, req.originalUrl.replace(/\.pdf(?=$|\?)/, ""));
        return;
      }
      const { paper, name } = await made(req, res);
      const pdf = await setOrNot(deps, paper);
      if (pdf instanceof NotTypeset) await noPdf(deps, req, res, pdf);
      else res.attachment(`${name}.pdf`).type("application/pdf").send(pdf);
    },
    async docx(req: Request, res: Response): Promise<void> {
      const { paper, name } = await made(req, res);
      res
        .attachment(`${name}.docx`)
        .type(docxType)
        .send(await docxOf(paper));
    },
  };

  async function made(req: Request, res: Response): Promise<{ readonly paper: Paper; readonly name: string }> {
    const { name, ...asked } = askedOf(req);
    const newest = (await deps.services.ledger.head()).position;
    const [past, upTo] = ["asOf", "upTo"].map((what) => positionAsked(queryValue(req, what), newest));
    const position = past ?? upTo ?? newest;
    const reader = readerOfPage(deps, res);
    const paper = await dossierPaper(deps, reader, { ...asked, position, past: past !== null && past !== undefined });
    return { paper, name: `${name}-${position}` };
  }
}

const setOrNot = ({ typesetter }: Deps, paper: Paper): Promise<Buffer | NotTypeset> =>
  typesetter.pdf(paper).catch((error: unknown) => {
    if (error instanceof NotTypeset) return error;
    throw error;
  });

/** The one gate of the address. */
export function dossierAsked(req: Request): Asked {
  const [slug, gate] = [pathValue(req, "slug"), gateOf(req)];
  return { gates: [{ slug, gate }], together: false, name: `${slug}-${gate}` };
}

function readerOfPage({ services }: Deps, res: Response): DossierReader {
  return {
    language: languageOf(res),
    person: personOf(res),
    wordsOf: ({ technology }, digests) => wordsFor(services, res, technology, digests),
  };
}

/** A position that the ledger has; anything else means its end. */
function positionAsked(typed: string | undefined, newest: number): number | null {
  const asked = Number(typed);
  return Number.isSafeInteger(asked) && asked > 0 && asked <= newest ? asked : null;
}
