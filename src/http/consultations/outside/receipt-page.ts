import type { Response } from "express";
import type { Services } from "../../../application/services.ts";
import type { Contribution } from "../../../domain/contributions/contribution.ts";
import { answeringPoint } from "../../../domain/technology/state/consultations.ts";
import { inGroups } from "../../../domain/words/typed-code.ts";
import { blankForm } from "../../forms/form.ts";
import { hiddenOf } from "../../forms/show.ts";
import { renderOutside } from "../../outside/page.ts";
import { strangerOf } from "../../outside/stranger.ts";
import type { Stranger } from "../../outside/stranger.ts";
import { addressOf, askedIn, textsForEverybody, wordsOutside } from "./find.ts";
import type { Asked, Paragraphs } from "./find.ts";
import { amendmentsOf } from "./page.ts";
import { pointModel } from "./points.ts";
import { daysOf, outsideTag } from "../../say/consultation-outside.ts";

export type KnownContribution = { readonly code: string; readonly contribution: Contribution };

/** Received, with proof; in which points it was put and what became of each; what was changed since. */
export async function showReceipt(
  services: Services,
  res: Response,
  { code, contribution, fresh = false }: KnownContribution & { readonly fresh?: boolean },
): Promise<void> {
  const stranger = strangerOf(res);
  const { language, to, hasPages } = stranger;
  const { t, format } = language;
  const asked = await askedIn(services, contribution.technology, contribution.consultation);
  const { consultation } = asked;
  const words = await wordsOutside(services, language, [...textsForEverybody(consultation), contribution.text]);
  const known = inGroups(code);
  renderOutside(
    res,
    "pages/consultations/outside-receipt",
    {
      title: fresh ? t("taking-part:receipt.thanks") : t("taking-part:receipt.title", { title: consultation.title }),
      lead: leadOf(language, asked, contribution),
      secret: true,
    },
    {
      code: known,
      fresh,
      tag: outsideTag(language, daysOf(consultation), services.today()),
      points: pointsOf(stranger, asked, contribution, words),
      hidden: hiddenText(language, contribution),
      withdrawn: consultation.withdrawn === null ? null : words(consultation.withdrawn.reason),
      amendments: amendmentsOf(language, consultation, contribution.version, words),
      // What its own writer wrote they may read, whoever else may not.
      words: contribution.erased.includes(contribution.text) ? null : words(contribution.text),
      facts: {
        facts: [
          { term: t("taking-part:receipt.code"), value: known },
          { term: t("taking-part:receipt.what"), value: consultation.title },
          { term: t("taking-part:receipt.came"), value: format.date(contribution.receivedOn) },
          { term: t("taking-part:receipt.channel"), value: t(`taking-part:channels.${contribution.channel}`) },
        ],
      },
      page: hasPages ? to(addressOf(asked)) : null,
      proof: {
        position: contribution.received.position,
        action: to("/public/consultations/receipt/proof"),
        hidden: [...hiddenOf(blankForm()), { name: "code", value: code }],
        how: hasPages ? to("/public/verify") : null,
      },
    },
  );
}

/** That it is hidden and why, or that it no longer is. */
function hiddenText({ t, format }: Stranger["language"], { hidden, shownAgain }: Contribution): string | null {
  if (hidden !== null) return t("taking-part:receipt.hidden", { why: t(`taking-part:why.${hidden.why}`) });
  const last = shownAgain.at(-1);
  return last === undefined ? null : t("taking-part:receipt.shownAgain", { day: format.date(last.at) });
}

function leadOf({ t, format }: Stranger["language"], { consultation, standing }: Asked, { receivedOn }: Contribution) {
  const stands = standing === "ahead" ? "open" : standing;
  return t.html(`taking-part:receipt.lead.${stands}`, {
    day: format.date(receivedOn),
    closes: format.date(consultation.closesOn),
    due: format.date(consultation.respondBy),
  });
}

/** The points that answer for it; one that was joined to another is answered there, and told once. */
function pointsOf({ language }: Stranger, { consultation }: Asked, { points }: Contribution, words: Paragraphs) {
  const answering = points.map((id) => answeringPoint(consultation, id)).filter((point) => point !== undefined);
  return [...new Set(answering)].map((point) => pointModel(language, words, point, null));
}
