import { z } from "zod";
import { evidenceKinds } from "../../../domain/evidence/kinds.ts";
import type { Mapping } from "../../../domain/evidence/mapping.ts";
import type { Piece } from "../../../domain/technology/state/evidence.ts";
import { warningText } from "../../say/reader-warning.ts";
import type { Language } from "../../view/languages.ts";
import { instant, position } from "./words.ts";

export const pieceShape = z
  .object({
    evidence: z.string().meta({ description: "api:about.evidence", examples: ["e1"] }),
    digest: z.string().meta({ description: "api:about.digest" }),
    kind: z.enum(evidenceKinds),
    role: z.enum(["pilot", "baseline"]),
    format: z.string(),
    readerVersion: z.string(),
    mapping: z.looseObject({}).nullable().meta({ description: "api:about.mapping" }),
    from: instant(),
    to: instant(),
    position: position(),
    state: z.enum(["in-force", "withdrawn", "expired"]),
    rows: z.int(),
    rejectedRows: z.int(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    url: z.url().meta({ description: "api:about.url" }),
  })
  .meta({ id: "Evidence", description: "api:shape.Evidence" });

/**
 * A piece of evidence as a pipeline is told: what it was read as, where it stands, what the reader warned of.
 *
 * @param mapping null where there is none, or where it was erased or is not for its person
 */
export function pieceDocument(
  language: Language,
  { origin, slug, piece, mapping }: { origin: string; slug: string; piece: Piece; mapping: Mapping | null },
): z.input<typeof pieceShape> {
  const { evidence, digest, kind, role, format, readerVersion, from, to, position: stands, state, rows } = piece;
  return {
    evidence,
    digest,
    kind,
    role,
    format,
    readerVersion,
    mapping: mapping === null ? null : { ...mapping },
    from,
    to,
    position: stands,
    state,
    rows,
    rejectedRows: piece.rejectedRows,
    warnings: piece.warnings.map((code) => ({ code, message: warningText(language, code) })),
    url: `${origin}/technologies/${slug}/evidence/${evidence}`,
  };
}
