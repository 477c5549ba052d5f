import { digestOfAnswers } from "../../safeguards/answers.ts";
import type { Applies } from "../manifest/fact.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { Safeguard, SafeguardsEvent } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

const moment = ({ actor, time, position }: TechnologyEnvelope) => ({ by: actor, at: time, position });

const onItem = (t: Technology, item: string, change: (safeguard: Safeguard) => Safeguard): Technology => ({
  ...t,
  safeguards: t.safeguards.map((safeguard) => (safeguard.item === item ? change(safeguard) : safeguard)),
});

export const safeguardApplies: Applies<SafeguardsEvent["type"]> = {
  SafeguardStated: (t, { kind, item, answers }, at) => {
    const words = { answers, digest: digestOfAnswers(kind, answers), stated: moment(at), submitted: null };
    if (!t.safeguards.some((safeguard) => safeguard.item === item)) {
      const begun = {
        kind,
        item,
        ...words,
        authors: [at.actor],
        review: null,
        accepted: [],
        reopened: null,
        dropped: null,
      };
      return { ...t, safeguards: [...t.safeguards, begun] };
    }
    return onItem(t, item, (safeguard) => ({
      ...safeguard,
      ...words,
      authors: safeguard.authors.includes(at.actor) ? safeguard.authors : [...safeguard.authors, at.actor],
    }));
  },
  SafeguardSubmitted: (t, { item }, at) => onItem(t, item, (safeguard) => ({ ...safeguard, submitted: moment(at) })),
  SafeguardReviewed: (t, { item, kind: _, fixes, ...review }, at) => {
    const reviewed = onItem(t, item, (safeguard) => ({
      ...safeguard,
      submitted: null,
      reopened: null,
      review: { ...review, fixes, ...moment(at) },
      accepted:
        review.outcome === "accepted" && review.of === safeguard.digest
          ? [...safeguard.accepted, { answers: safeguard.answers, at: at.time }]
          : safeguard.accepted,
    }));
    return fixes.tier === undefined ? reviewed : { ...reviewed, tier: fixes.tier, assessedTier: fixes.tier };
  },
  SafeguardReopened: (t, { item, text }, at) =>
    onItem(t, item, (safeguard) => ({ ...safeguard, reopened: { ...moment(at), text } })),
  SafeguardDropped: (t, { item, text }, at) =>
    onItem(t, item, (safeguard) => ({ ...safeguard, submitted: null, dropped: { ...moment(at), text } })),
};
