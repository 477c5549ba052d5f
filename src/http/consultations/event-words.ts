import type { ContributionEvent } from "../../domain/contributions/contribution.ts";
import { contributionsIn } from "../../domain/technology/state/consultations.ts";
import type { ConsultationsEvent } from "../../domain/technology/state/consultations.ts";
import type { EventWords, Payload } from "../say/telling.ts";

type Of<T extends ContributionEvent["type"]> = Extract<ContributionEvent, { readonly type: T }>["payload"];

const read = <T extends ContributionEvent["type"]>(payload: Payload): Of<T> => payload as unknown as Of<T>;

/** How entries of contributions are told; what was written stays where it can be erased. */
export const contributionEvents: { readonly [T in ContributionEvent["type"]]: EventWords<T> } = {
  ContributionReceived: {
    tell: ({ t }, payload) => {
      const { consultation, channel } = read<"ContributionReceived">(payload);
      return { values: { id: consultation, channel: t(`words:contributionChannel.${channel}`) } };
    },
  },
  ContributionPlaced: {
    tell: ({ format }, payload) => {
      const { points } = read<"ContributionPlaced">(payload);
      return {
        values: { points: format.list(points), count: points.length },
        variant: points.length === 0 ? "ContributionPlaced_none" : "ContributionPlaced",
      };
    },
  },
  ContributionHidden: {
    tell: ({ t }, payload) => ({
      values: { why: t(`words:hidingReason.${read<"ContributionHidden">(payload).why}`) },
    }),
  },
  ContributionShown: {},
  ContributionTextErased: {},
};

/** How a consultation and its points are told. */
export const consultationEvents: { readonly [T in ConsultationsEvent["type"]]: EventWords<T> } = {
  ConsultationOpened: {
    tell: ({ t, format }, { consultation, kind, opensOn, closesOn }) => ({
      values: {
        id: consultation,
        kind: t(`words:consultationKind.${kind}`),
        from: format.date(opensOn),
        until: format.date(closesOn),
      },
    }),
  },
  ConsultationAmended: {
    tell: ({ format }, { consultation, closesOn }) => ({
      values: { id: consultation, until: format.date(closesOn) },
    }),
    mark: () => ({ glyph: "drifted", word: "amended" }),
  },
  ConsultationWithdrawn: {
    tell: (_, { consultation }) => ({ values: { id: consultation } }),
    mark: () => ({ glyph: "unmet", word: "withdrawn" }),
  },
  PollCodesIssued: { tell: (_, { consultation, count }) => ({ values: { id: consultation, count } }) },
  PollCounted: {
    tell: (_, { consultation, counts }) => ({
      values: { id: consultation, count: counts.reduce((sum, count) => sum + count, 0) },
    }),
  },
  HearingMinuted: {
    tell: ({ format }, { consultation, heldOn, groups }) => ({
      values: { id: consultation, day: format.date(heldOn), count: groups.length },
    }),
  },
  PointMade: { tell: (_, { consultation, point }) => ({ values: { id: consultation, point } }) },
  PointReworded: { tell: (_, { consultation, point }) => ({ values: { id: consultation, point } }) },
  PointsJoined: { tell: (_, { consultation, point, into }) => ({ values: { id: consultation, point, into } }) },
  PointAnswered: {
    tell: ({ t }, { consultation, point, disposition }) => ({
      values: { id: consultation, point, disposition: t(`words:disposition.${disposition}`) },
    }),
  },
  ConsultationAnswered: {
    tell: (_, { consultation, counts }) => ({ values: { id: consultation, count: contributionsIn(counts) } }),
  },
  ContributionsCounted: {
    tell: (_, { consultation, counts }) => ({
      values: { id: consultation, count: contributionsIn(counts), unplaced: counts.unplaced },
    }),
  },
};
