import type { Request, Response } from "express";
import { mayWithdraw } from "../../domain/technology/evidence/evidence.ts";
import { collectionOfPiece } from "../../domain/technology/state/collections.ts";
import { isInForce, isWithheld } from "../../domain/technology/state/in-force.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { renderTechnology } from "../technology-page.ts";
import { textShown } from "../say/text.ts";
import type { FactModel } from "../view/components.ts";
import { html, Html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { pathValue } from "../request-values.ts";
import { filesFor } from "../private-words.ts";
import { collectionName, countFacts } from "../say/collection.ts";
import { formatTitle } from "../say/format-title.ts";
import { givenMapping } from "./mapping.ts";
import { movedModel } from "./moved-indicators.ts";
import { evidenceCrumb, evidencePage, periodText } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import { pieceHistory } from "./piece-history.ts";
import { baselineMark, stateReason, stateTag } from "./state.ts";
import { statisticsFacts } from "./statistics.ts";
import { titleOf } from "./title.ts";
import { warningText } from "../say/reader-warning.ts";

/** One piece: what was read from it, what it moves, its files, what happened to it. */
export function piecePages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const id = pathValue(req, "piece");
      const page = await evidencePage(services, req, res, (all) => all.filter(({ evidence }) => evidence === id));
      const { language, technology, at } = page;
      const { t } = language;
      // What was taken over is named beside the technology's own pieces, and has its page with where it comes from.
      if (technology.borrowed.some(({ borrowed }) => borrowed === id)) {
        res.redirect(303, at(`sharing/pieces/${id}`));
        return;
      }
      const piece = technology.evidence.find(({ evidence }) => evidence === id) ?? notFound();
      const here = at(`evidence/${piece.evidence}`);
      const title = titleOf(page, piece);
      await renderTechnology(
        res,
        page,
        "pages/evidence/piece",
        {
          title: title instanceof Html ? t("evidence:piece.title", { evidence: piece.evidence }) : title,
          trail: [evidenceCrumb(page), { text: piece.evidence, href: here }],
          eyebrow: [
            ...(piece.role === "baseline" ? [baselineMark(t)] : []),
            t(`words:kind.${piece.kind}`),
            periodText(language, piece),
          ],
          lead: leadOf(page, piece),
        },
        {
          state: stateTag(page, piece),
          baseline: piece.role === "baseline",
          reason: stateReason(page, piece) ?? null,
          read: { facts: statisticsFacts(page, piece) },
          warnings: piece.warnings.map((code) => warningText(language, code)),
          collected: collectedHere(page, piece),
          leftOut: leftOut(page, piece),
          moved: movedModel(page, piece),
          facts: factsOf(page, piece),
          mapping: await givenMapping(services, deps.people, page, piece, page.person),
          history: await pieceHistory(deps, page, piece),
          command: commandOf(piece),
          ...filesPart(deps, res, page, piece),
          ...actsOn(page, piece),
        },
      );
    },
  };
}

/** Its files, and reading them again. */
function filesPart({ services }: Deps, res: Response, page: EvidencePage, piece: Piece) {
  const here = page.at(`evidence/${piece.evidence}`);
  const digests = piece.files.map(({ digest }) => digest);
  const measured = piece.kind !== "document" && !isWithheld(piece);
  return {
    again: measured ? { action: `${here}/measurement`, hidden: hiddenOf(blankForm()) } : null,
    files: filesOf(page, piece, here, {
      read: filesFor(services, res, page.technology, digests),
      erase: page.person.roles.includes("administrator"),
    }),
  };
}

/** What the person who looks may do to it. */
function actsOn({ technology, person, open, today, at }: EvidencePage, piece: Piece) {
  const here = at(`evidence/${piece.evidence}`);
  const mayTake =
    open.includes("WithdrawEvidence") && isInForce(piece, today) && mayWithdraw(technology, piece, person.id);
  const erases = person.roles.includes("administrator");
  return {
    withdraw: mayTake ? `${here}/withdrawal` : null,
    withhold: erases && !isWithheld(piece) ? `${here}/withholding` : null,
    eraseTitle: erases ? at(`erasure/${piece.title}`) : null,
  };
}

function leadOf({ language }: EvidencePage, piece: Piece): Content {
  const { t } = language;
  if (piece.kind === "document") return t("evidence:piece.leadDocument");
  const values = { format: formatTitle(language, piece.format), count: piece.rows, rejected: piece.rejectedRows };
  return piece.rejectedRows > 0 ? t.html("evidence:piece.leadRejected", values) : t.html("evidence:piece.lead", values);
}

/** Of answers that were collected here: by which questionnaire, of how many, and what was left out. */
function collectedHere({ language, technology, at }: EvidencePage, { evidence }: Piece) {
  const collection = collectionOfPiece(technology, evidence);
  if (collection === undefined || collection.closed === null) return null;
  return {
    link: { text: collectionName(language, collection), href: at(`collections/${collection.collection}`) },
    counts: countFacts(language, collection, collection.closed.counts),
  };
}

/** People counted in an earlier piece are left out here, and files that repeat others count once. */
function leftOut({ language }: EvidencePage, { statistics, countedIn }: Piece): string | null {
  const { t, format } = language;
  const count = "alreadyCounted" in statistics ? statistics.alreadyCounted : 0;
  if (count === 0) return null;
  return t("evidence:piece.leftOut", { count, pieces: format.list(countedIn) });
}

function factsOf({ language }: EvidencePage, piece: Piece): FactModel[] {
  const { t, format } = language;
  const fact = (key: string, value: FactModel["value"]): FactModel => ({ term: t(`evidence:piece.${key}`), value });
  const measured = piece.kind !== "document";
  return [
    fact(
      "effective",
      piece.from === piece.to
        ? format.dateTime(piece.from)
        : `${format.dateTime(piece.from)} – ${format.dateTime(piece.to)}`,
    ),
    ...(measured
      ? [
          fact("expires", format.date(piece.expiresOn)),
          fact(
            "reader",
            t("evidence:files.reader", { format: formatTitle(language, piece.format), version: piece.readerVersion }),
          ),
        ]
      : []),
    ...(piece.role === "baseline" ? [{ term: t("mapping:role.legend"), value: t("mapping:role.baseline") }] : []),
    ...(piece.withinMs === null ? [] : [fact("level", format.milliseconds(piece.withinMs))]),
    fact("timeZone", piece.timeZone),
    fact("plan", piece.plan === 0 ? "–" : format.number(piece.plan)),
    ...(piece.wave === null ? [] : [fact("wave", format.number(piece.wave))]),
    fact("attached", format.dateTime(piece.attachedAt)),
    fact("position", html`<a href="/ledger/${piece.position}">${format.number(piece.position)}</a>`),
  ];
}

type May = { readonly read: (digest: string) => boolean; readonly erase: boolean };

function filesOf({ language, technology }: EvidencePage, piece: Piece, here: string, may: May) {
  const { t, format } = language;
  return piece.files.map(({ digest, bytes }, at) => {
    const erased = technology.erased.includes(digest);
    return {
      name: t("evidence:piece.file", { number: at + 1 }),
      bytes: format.bytes(bytes),
      digest,
      // A link is offered to those alone who may follow it.
      download: may.read(digest) ? `${here}/files/${digest}` : null,
      erased: erased ? textShown(language, { kind: "erased" }) : null,
      erase: may.erase && !erased ? `${here}/files/${digest}/erasure` : null,
    };
  });
}

/** How anybody who has the files measures them again. */
function commandOf({ kind, withinMs, timeZone, mapping, mappingText }: Piece): string {
  const level = withinMs === null ? "" : ` --within ${withinMs}`;
  const named = mapping === null && mappingText == null ? "" : " --mapping MAPPING.json";
  return kind === "document"
    ? "sha256sum FILE"
    : `touchstone evidence read FILE${level}${named} --time-zone ${timeZone}`;
}
