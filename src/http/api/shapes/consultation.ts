import { z } from "zod";
import {
  changeKinds,
  consultationKinds,
  consultationStandings,
  contributionChannels,
  dispositions,
  hidingReasons,
  pointOrigins,
} from "../../../domain/technology/state/consultations.ts";
import { day, instant, position, wordsShape } from "./words.ts";

const count = () => z.int().min(0);

const answer = z.object({
  disposition: z.enum(dispositions),
  reason: wordsShape,
  change: z
    .object({ kind: z.enum(changeKinds), ref: z.string().nullable(), text: wordsShape.nullable() })
    .nullable()
    .meta({ description: "api:about.change" }),
  answeredAt: instant(),
});

const point = z.object({
  point: z.string().meta({ description: "api:about.point", examples: ["p1"] }),
  origin: z.enum(pointOrigins),
  text: wordsShape,
  into: z.string().nullable().meta({ description: "api:about.into" }),
  contributions: count().meta({ description: "api:about.inPoint" }),
  answers: z.array(answer).meta({ description: "api:about.pointAnswers" }),
});

/** With how sure the share is: the ends of its 95 % interval by Wilson. */
const option = z.object({
  option: wordsShape,
  count: count().nullable(),
  share: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});

const poll = z.object({
  options: z.array(option).meta({ description: "api:about.pollOptions" }),
  codesGiven: count().nullable().meta({ description: "api:about.codesGiven" }),
  leftOut: count().nullable().meta({ description: "api:about.leftOut" }),
  digest: z.string().nullable().meta({ description: "api:about.pollDigest" }),
});

const hearing = z.object({
  heldOn: day(),
  groups: z.array(z.object({ group: z.string(), people: count(), serving: z.boolean() })),
});

const counts = z.object({
  channels: z.object(Object.fromEntries(contributionChannels.map((channel) => [channel, count()]))),
  hidden: z.object(Object.fromEntries(hidingReasons.map((why) => [why, count()]))),
  unplaced: count(),
});

export const consultationShape = z
  .object({
    consultation: z.string().meta({ description: "api:about.consultation", examples: ["k1"] }),
    kind: z.enum(consultationKinds),
    state: z.enum(consultationStandings).meta({ description: "api:about.consultationState" }),
    title: z.string(),
    question: wordsShape,
    stillOpen: wordsShape,
    settled: wordsShape.nullable(),
    audience: wordsShape,
    papers: z.array(z.object({ name: wordsShape, evidence: z.string(), digest: z.string() })),
    opensOn: day(),
    closesOn: day(),
    respondBy: day().meta({ description: "api:about.respondBy" }),
    shorter: wordsShape.nullable().meta({ description: "api:about.shorter" }),
    channels: z.array(z.enum(contributionChannels)),
    amendments: z.array(z.object({ at: instant(), reason: wordsShape.nullable() })),
    counts: counts.meta({ description: "api:about.contributionCounts" }),
    points: z.array(point),
    hearing: hearing.nullable().meta({ description: "api:about.hearing" }),
    poll: poll.nullable(),
    withdrawn: wordsShape.nullable(),
    answer: z.object({ at: instant(), heard: wordsShape, did: wordsShape }).nullable(),
    position: position(),
  })
  .meta({ id: "Consultation", description: "api:shape.Consultation" });
