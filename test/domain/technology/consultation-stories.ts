import type {
  ConsultationTerms,
  ContributionCounts,
  PointDisposition,
  OwedDays,
} from "../../../src/domain/technology/state/consultations.ts";
import { noCounts } from "../../../src/domain/technology/state/consultations.ts";
import { day, digest, happened, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** In writing, from day 5 to day 34, which are thirty; answered by day 100. */
export const consultationTerms = (over: Partial<ConsultationTerms> = {}): ConsultationTerms => ({
  kind: "written",
  title: "Forecast of queues",
  question: text("Shall counters open by forecast?"),
  stillOpen: text("the hours"),
  settled: null,
  audience: text("everybody who comes to the counters"),
  papers: [],
  opensOn: day(5),
  closesOn: day(34),
  respondBy: day(100),
  channels: ["page", "letter"],
  how: text("Town hall, room 4"),
  shorter: null,
  place: null,
  poll: null,
  ...over,
});

export const hearingTerms = (over: Partial<ConsultationTerms> = {}): ConsultationTerms =>
  consultationTerms({ kind: "hearing", place: text("Town hall, great hall, ten o'clock"), ...over });

export const pollTerms = (over: Partial<ConsultationTerms> = {}): ConsultationTerms =>
  consultationTerms({
    kind: "poll",
    poll: { options: [{ option: text("yes") }, { option: text("no") }], way: "codes", most: null },
    ...over,
  });

const owed: OwedDays = { policy: 1, open: 30, respond: 84, notice: 10, papers: 5 };

export const consultationOpened = (terms = consultationTerms(), n = 5, consultation = "k1"): Happened =>
  happened("ConsultationOpened", { consultation, ...terms, owed }, "pia", n);

export const counted = (over: Partial<ContributionCounts> = {}): ContributionCounts => ({
  ...noCounts,
  channels: { ...noCounts.channels, page: 3, letter: 1 },
  ...over,
});

export const contributionsCounted = (counts = counted(), n = 35, consultation = "k1"): Happened =>
  happened("ContributionsCounted", { consultation, counts }, "system", n);

export const pointMade = (point = "p1", n = 20): Happened =>
  happened("PointMade", { consultation: "k1", point, text: text(point), origin: "contributions" }, "pia", n);

export const notAdopted: PointDisposition = {
  disposition: "not-adopted",
  reason: text("it costs too much"),
  change: null,
};

export const adopted: PointDisposition = {
  disposition: "adopted",
  reason: text("they are right"),
  change: { kind: "text", ref: null, text: text("counters open at seven") },
};

export const pointAnswered = (point = "p1", n = 36, disposition = notAdopted): Happened =>
  happened("PointAnswered", { consultation: "k1", point, ...disposition }, "pia", n);

export const consultationAnswered = (n = 37, counts = counted()): Happened =>
  happened("ConsultationAnswered", { consultation: "k1", heard: text("heard"), did: text("did"), counts }, "pia", n);

/** All that makes one whole, as entries after those of `before`. */
export const wholeConsultation = (terms = consultationTerms()): readonly Happened[] => [
  consultationOpened(terms),
  pointMade(),
  contributionsCounted(),
  pointAnswered(),
  consultationAnswered(),
];

export const hearingMinuted = (serving = false, n = 35): Happened =>
  happened(
    "HearingMinuted",
    {
      consultation: "k1",
      heldOn: day(34),
      groups: [{ group: "traders", people: 4, serving, names: null }],
      minutes: text("minutes"),
      document: null,
    },
    "pia",
    n,
  );

export const pollCounted = (n = 35): Happened =>
  happened(
    "PollCounted",
    { consultation: "k1", counts: [12, 9], given: 40, leftOut: 1, digest: digest("answers") },
    "system",
    n,
  );
