import { texts } from "../../application/texts.ts";
import { eraser, outsiderOf } from "../../application/reader.ts";
import type { Reader } from "../../application/reader.ts";
import type { Paper } from "../../application/documents/paper.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { version } from "../../application/version.ts";
import type { Deps } from "../deps.ts";
import { Fault } from "../faults.ts";
import { dossierPaper } from "./dossier-documents.ts";
import type { DossierReader } from "./dossier-documents.ts";
import { readSubject, subjectOf } from "./dossier-subject.ts";
import type { DossierSubject } from "./dossier-subject.ts";

export type DossierVerdict =
  | { readonly is: "no-dossier" | "no-typesetter" }
  | {
      /** Every byte; what it says, other bytes; other words; an entry or technology that is not here. */
      readonly is: "same" | "altered" | "other-content" | "not-in-ledger";
      readonly subject: DossierSubject;
    }
  | {
      /** Another version made it: it may be what the ledger gave then, set otherwise. */
      readonly is: "other-version";
      readonly subject: DossierSubject;
      readonly own: string;
    };

/** Makes the document again from the ledger, as of the entry that it names, and compares every byte. */
export async function verifyDossier(deps: Deps, pdf: Buffer): Promise<DossierVerdict> {
  const subject = subjectIn(pdf);
  if (subject === null) return { is: "no-dossier" };
  if (!deps.typesetter.available) return { is: "no-typesetter" };
  const paper = await madeAgain(deps, subject);
  if (paper === null) return { is: "not-in-ledger", subject };
  const own = version();
  if (subject.version !== own) return { is: "other-version", subject, own };
  if (paper.subject !== subjectOf(subject)) return { is: "other-content", subject };
  return { is: (await deps.typesetter.pdf(paper)).equals(pdf) ? "same" : "altered", subject };
}

/** Its keywords stand in it as plain text. */
function subjectIn(pdf: Buffer): DossierSubject | null {
  const [, written] = /<pdf:Keywords>([^<]{1,4000})<\/pdf:Keywords>/.exec(pdf.toString("latin1")) ?? [];
  return written === undefined ? null : readSubject(written);
}

async function madeAgain(deps: Deps, subject: DossierSubject): Promise<Paper | null> {
  try {
    return await dossierPaper(deps, readerFor(deps, subject), subject);
  } catch (error) {
    if (error instanceof Fault && error.status === 404) return null;
    throw error;
  }
}

/** Whoever checks it on the machine may read everything; a document of somebody who might not is made as they had it. */
function readerFor({ services, templates }: Deps, { locale, reading }: DossierSubject): DossierReader {
  const nobody = { id: "", name: "", roles: [], department: null, seat: false, advises: false };
  const readerIn = (technology: Technology): Reader => (reading === "all" ? eraser : outsiderOf(services, technology));
  return {
    language: templates.languages.of(locale),
    person: nobody,
    readsAll: reading === "all",
    wordsOf: ({ technology }, digests) => texts(services, readerIn(technology), digests),
  };
}
