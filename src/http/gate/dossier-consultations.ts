import {
  consultationStanding,
  contributionsIn,
  dispositionOf,
  hidingReasons,
} from "../../domain/technology/state/consultations.ts";
import type { Consultation, Point } from "../../domain/technology/state/consultations.ts";
import type { Words } from "../private-words.ts";
import { changeText, consultationTag, dispositionTag } from "../say/consultation.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { pollResult } from "../say/poll-result.ts";
import { textShown } from "../say/text.ts";
import type { Content } from "../view/html.ts";
import { tag } from "../view/tag.ts";
import type { GateParts } from "./gate-parts.ts";

type Parts = Pick<GateParts, "view" | "language"> & { readonly words: Words };

/** What the public was asked, and what became of each point; null where nobody was asked, or the gate asks for none. */
export function consultationsOf(parts: Parts) {
  const held = heldBefore(parts);
  return held.length === 0 ? null : held.map((asking) => consultationModel(parts, asking));
}

/** Before the rollout, and wherever the policy asks for one. */
const heldBefore = ({ view: { gate, conditions, state } }: Pick<GateParts, "view">): readonly Consultation[] =>
  gate === "rollout" || conditions.some(({ key }) => key === "consultation") ? state.consultations : [];

/** The words that the sheet says of them, by digest. */
export const consultationDigests = (parts: Pick<GateParts, "view">): readonly (string | null)[] =>
  heldBefore(parts).flatMap(({ question, shorter, withdrawn, answered, poll, points }) => [
    ...[question, shorter, withdrawn?.reason ?? null, answered?.heard ?? null, answered?.did ?? null],
    ...(poll?.options ?? []).map(({ option }) => option),
    ...points.flatMap((point) => {
      const stands = dispositionOf(point);
      return [point.words.at(-1)?.text ?? null, stands?.reason ?? null, stands?.change?.text ?? null];
    }),
  ]);

function consultationModel(parts: Parts, asking: Consultation) {
  const { view, language, words } = parts;
  const { t } = language;
  const text = (label: string, digest: string | null) =>
    digest === null ? [] : [{ label: t(`consultations:one.${label}`), text: textShown(language, words.get(digest)) }];
  const result = pollResult(language, (digest) => paragraphsShown(language, words.get(digest ?? "")), asking);
  return {
    tag: consultationTag(language, consultationStanding(asking, view.facts.today)),
    title: asking.title,
    note: notesOf(parts, asking).join(" · "),
    texts: [
      ...text("question", asking.question),
      ...text("shorter", asking.shorter),
      ...text("withdrawn", asking.withdrawn?.reason ?? null),
      ...text("heard", asking.answered?.heard ?? null),
      ...text("did", asking.answered?.did ?? null),
    ],
    // What was joined to another is answered with it.
    points: asking.points.filter(({ into }) => into === null).map((point) => pointLine(parts, point)),
    polled:
      result === null
        ? null
        : {
            shares: result.shares.map(({ option, ...figures }) => ({
              option,
              figures: t("consultations:dossier.share", figures),
            })),
            lines: [...result.lines, result.digest],
          },
  };
}

/** Kind and days, how many said something, and by when it was answered: as the ledger had counted them by then. */
function notesOf({ view, language }: Parts, asking: Consultation): readonly string[] {
  const { t, format } = language;
  const { kind, opensOn, closesOn, respondBy, counts, minutes, answered } = asking;
  const hidden = hidingReasons.reduce((sum, why) => sum + (counts?.hidden[why] ?? 0), 0);
  const standing = consultationStanding(asking, view.facts.today);
  const owed = standing === "ahead" || standing === "open" || standing === "over" ? "due" : "overdue";
  return [
    t("consultations:days", {
      kind: t(`words:consultationKind.${kind}`),
      from: format.date(opensOn),
      until: format.date(closesOn),
    }),
    ...(minutes === null ? [] : [t("consultations:dossier.held", { day: format.date(minutes.heldOn) })]),
    ...(minutes?.groups ?? []).map(({ group, people, serving }) =>
      t(serving ? "consultations:one.serving" : "consultations:one.group", { group, count: people }),
    ),
    ...(kind === "poll"
      ? []
      : [
          counts === null
            ? t("consultations:dossier.uncounted")
            : t("consultations:received", { count: contributionsIn(counts) }),
        ]),
    ...(hidden === 0 ? [] : [t("consultations:dossier.hidden", { count: hidden })]),
    ...(standing === "withdrawn"
      ? []
      : [
          answered === null
            ? t(`consultations:dossier.${owed}`, { day: format.date(respondBy) })
            : t("consultations:dossier.answered", { day: format.date(answered.at) }),
        ]),
  ];
}

function pointLine({ language, words }: Parts, point: Point) {
  const { t } = language;
  const stands = dispositionOf(point);
  const wordsOf = (digest: string): Content => textShown(language, words.get(digest));
  return {
    tag:
      stands === null
        ? tag(t, "waits", t("consultations:dossier.unanswered"))
        : dispositionTag(language, stands.disposition),
    id: point.point,
    text: wordsOf(point.words.at(-1)?.text ?? ""),
    reason: stands === null ? null : wordsOf(stands.reason),
    change: stands?.change == null ? null : changeText(language, words, stands.change),
  };
}
