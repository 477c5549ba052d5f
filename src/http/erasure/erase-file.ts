import { eraseFile } from "../../application/erase.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { technologyPage } from "../technology-page.ts";
import { pathValue } from "../request-values.ts";
import { erasurePages } from "./erasure-form.ts";

/** A file of a piece, removed for good on a legal ground; its figures stay in the record. */
export const eraseFilePages = ({ services }: Deps) =>
  erasurePages(async (req, res) => {
    const page = await technologyPage(services, req, res);
    const { technology, language, at } = page;
    const { t, format } = language;
    const piece = technology.evidence.find(({ evidence }) => evidence === pathValue(req, "piece")) ?? notFound();
    const { digest, bytes } = piece.files.find((file) => file.digest === pathValue(req, "digest")) ?? notFound();
    const back = at(`evidence/${piece.evidence}`);
    return {
      page,
      kind: "file",
      action: `${back}/files/${digest}/erasure`,
      back,
      facts: [
        { term: t("evidence:files.piece"), value: piece.evidence + t("common:comma") + t(`words:kind.${piece.kind}`) },
        { term: t("erasure:size"), value: format.bytes(bytes) },
        { term: t("evidence:files.digest"), value: format.digest(digest) },
      ],
      gone: technology.erased.includes(digest) ? t("erasure:already") : null,
      erase: (submission) => eraseFile(services, { ...submission, evidence: piece.evidence, digest }),
    };
  });
