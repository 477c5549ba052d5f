import { z } from "zod";
import { wilsonInterval } from "../../../domain/statistics/proportions.ts";
import { consultationStanding, noCounts } from "../../../domain/technology/state/consultations.ts";
import type { Consultation, ContributionCounts, Point } from "../../../domain/technology/state/consultations.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { consultationShape } from "../shapes/consultation.ts";
import { pageOf } from "../shapes/page-of.ts";
import { paging, shownOrNone, shownWords, wordsFor } from "../shapes/words.ts";
import type { Words } from "../shapes/words.ts";

export const consultationsRoute = readingOne({
  path: "/technologies/{slug}/consultations",
  id: "listConsultations",
  tag: "service",
  query: paging,
  answer: z
    .object({ consultations: z.array(consultationShape) })
    .meta({ id: "ConsultationList", description: "api:shape.ConsultationList" }),
  reply: async (deps, call, asked) => {
    const { part, next } = pageOf(call.technology.consultations, ({ consultation }) => consultation, asked);
    return { body: { consultations: await documentsOf(deps, call, part) }, next };
  },
});

type Document = z.input<typeof consultationShape>;

/** What the body asked and answered. What people wrote, and who spoke for a group, is in none of it. */
async function documentsOf(
  deps: Deps,
  call: TechnologyCall,
  consultations: readonly Consultation[],
): Promise<Document[]> {
  const { services } = deps;
  const { consultations: queries } = services.views;
  const words = await wordsFor(deps, call, consultations.flatMap(digestsOf));
  const counts = queries.counts(call.row.id);
  return consultations.map((asking) => ({
    consultation: asking.consultation,
    kind: asking.kind,
    state: consultationStanding(asking, services.today()),
    title: asking.title,
    question: shownWords(words, asking.question),
    stillOpen: shownWords(words, asking.stillOpen),
    settled: shownOrNone(words, asking.settled),
    audience: shownWords(words, asking.audience),
    papers: asking.papers.map(({ name, evidence, digest }) => ({ name: shownWords(words, name), evidence, digest })),
    opensOn: asking.opensOn,
    closesOn: asking.closesOn,
    respondBy: asking.respondBy,
    shorter: shownOrNone(words, asking.shorter),
    channels: [...asking.channels],
    amendments: asking.versions.slice(1).map(({ at, reason }) => ({ at, reason: shownOrNone(words, reason) })),
    counts: countsOf(counts[asking.consultation] ?? noCounts),
    points: pointsOf(words, asking.points, queries.inPoints(call.row.id, asking)),
    hearing:
      asking.minutes === null
        ? null
        : {
            heldOn: asking.minutes.heldOn,
            groups: asking.minutes.groups.map(({ group, people, serving }) => ({ group, people, serving })),
          },
    poll: pollOf(words, asking),
    withdrawn: shownOrNone(words, asking.withdrawn?.reason ?? null),
    answer:
      asking.answered === null
        ? null
        : {
            at: asking.answered.at,
            heard: shownWords(words, asking.answered.heard),
            did: shownWords(words, asking.answered.did),
          },
    position: asking.opened.position,
  }));
}

const countsOf = ({ channels, hidden, unplaced }: ContributionCounts): Document["counts"] => ({
  channels: { ...channels },
  hidden: { ...hidden },
  unplaced,
});

const pointsOf = (words: Words, points: readonly Point[], inPoints: ReadonlyMap<string, number>): Document["points"] =>
  points.map(({ point, origin, words: wordings, into, answers }) => ({
    point,
    origin,
    text: shownWords(words, wordings.at(-1)?.text ?? ""),
    into,
    contributions: inPoints.get(point) ?? 0,
    answers: answers.map(({ disposition, reason, change, at }) => ({
      disposition,
      reason: shownWords(words, reason),
      change: change === null ? null : { kind: change.kind, ref: change.ref, text: shownOrNone(words, change.text) },
      answeredAt: at,
    })),
  }));

/** How people chose is nobody's to know before it was counted. */
function pollOf(words: Words, { poll, polled }: Consultation): Document["poll"] {
  if (poll === null) return null;
  const all = polled?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  return {
    options: poll.options.map(({ option }, at) => {
      const count = polled?.counts[at] ?? null;
      const interval = count === null || all === 0 ? null : wilsonInterval(count, all, 0.95);
      return {
        option: shownWords(words, option),
        count,
        share: count === null || all === 0 ? null : count / all,
        lower: interval?.lower ?? null,
        upper: interval?.upper ?? null,
      };
    }),
    codesGiven: polled?.given ?? null,
    leftOut: polled?.leftOut ?? null,
    digest: polled?.digest ?? null,
  };
}

const digestsOf = (asking: Consultation): readonly (string | null)[] => [
  ...[asking.question, asking.stillOpen, asking.settled, asking.audience, asking.shorter],
  ...asking.papers.map(({ name }) => name),
  ...asking.versions.map(({ reason }) => reason),
  ...(asking.poll?.options ?? []).map(({ option }) => option),
  ...asking.points.flatMap(({ words, answers }) => [
    words.at(-1)?.text ?? null,
    ...answers.flatMap(({ reason, change }) => [reason, change?.text ?? null]),
  ]),
  ...[asking.withdrawn?.reason ?? null, asking.answered?.heard ?? null, asking.answered?.did ?? null],
];
