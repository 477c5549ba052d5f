import type { Applies } from "../manifest/fact.ts";
import type { ProposalEvent } from "../state/proposal.ts";
import type { PayloadOf, Technology } from "../state/technology.ts";
import { nothingYet } from "../state/technology.ts";
import { withAuthors } from "../state/authors.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import { enter } from "../state/enter-stage.ts";

export const begin = (p: PayloadOf<"TechnologyProposed">, at: TechnologyEnvelope): Technology => ({
  slug: p.slug,
  stage: "proposed",
  version: 0,
  position: 0,
  proposal: p.proposal,
  proposedAt: at.time,
  passages: [{ stage: "proposed", at: at.time, position: at.position }],
  predecessor: p.predecessor,
  authors: withAuthors([], at.actor, p.proposal.sponsor),
  ...nothingYet,
  entries: [],
  digests: [],
  tier: p.proposal.tier,
});

export const applies: Applies<ProposalEvent["type"]> = {
  TechnologyProposed: (t) => {
    throw new Error(`${t.slug} was proposed already`);
  },
  ProposalRevised: (t, p, at) => ({
    ...t,
    proposal: p.proposal,
    // What an assessment fixed stands until the next one.
    tier: t.assessedTier ?? p.proposal.tier,
    authors: withAuthors(t.authors, at.actor, p.proposal.sponsor),
  }),
  ProposalWithdrawn: (t, _, at) => enter(t, "withdrawn", at),
};
