import type { Mapping } from "../../domain/evidence/mapping.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Language } from "../view/languages.ts";

/**
 * A piece of evidence as a pipeline is told: what it was read as, where it stands, what the reader warned of.
 *
 * @param mapping null where there is none, or where it was erased or is not for its person
 */
export function pieceDocument(
  { t }: Language,
  { origin, slug, piece, mapping }: { origin: string; slug: string; piece: Piece; mapping: Mapping | null },
) {
  const { evidence, digest, kind, role, format, readerVersion, from, to, position, state, rows } = piece;
  return {
    evidence,
    digest,
    kind,
    role,
    format,
    readerVersion,
    mapping,
    from,
    to,
    position,
    state,
    rows,
    rejectedRows: piece.rejectedRows,
    warnings: piece.warnings.map((code) => ({ code, message: warning(code) })),
    url: `${origin}/technologies/${slug}/evidence/${evidence}`,
  };

  function warning(code: string): string {
    return t.has(`evidence:warning.${code}`) ? t(`evidence:warning.${code}`) : code;
  }
}
