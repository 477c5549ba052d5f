import { proposalPayloads } from "./payloads.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors } from "../manifest/offered.ts";
import type { ProposalCommand, ProposalEvent } from "../state/proposal.ts";
import { applies } from "./apply.ts";
import { propose, reviseProposal, withdrawProposal } from "./proposal.ts";

export const proposal = {
  acts: {
    Propose: { roles: ["planner"], stages: [], program: "propose", decide: propose },
    ReviseProposal: {
      roles: ["planner"],
      stages: ["proposed"],
      rewriting: true,
      offered: toAuthors,
      decide: reviseProposal,
    },
    WithdrawProposal: { roles: ["planner"], stages: ["proposed"], deciding: true, decide: withdrawProposal },
  },
  facts: {
    TechnologyProposed: {
      schema: 1,
      payload: proposalPayloads.TechnologyProposed,
      enteredBy: ["Propose"],
      apply: applies.TechnologyProposed,
    },
    ProposalRevised: {
      schema: 1,
      payload: proposalPayloads.ProposalRevised,
      enteredBy: ["ReviseProposal"],
      apply: applies.ProposalRevised,
    },
    ProposalWithdrawn: {
      schema: 1,
      payload: proposalPayloads.ProposalWithdrawn,
      enteredBy: ["WithdrawProposal"],
      apply: applies.ProposalWithdrawn,
    },
  },
  texts: { forEverybody: (t) => [t.proposal.summary] },
  conditions: [
    "need-stated",
    "demand-stated",
    "sponsor-named",
    "cost-stated",
    "tier-stated",
    "similar-considered",
    "data-class-declared",
    "personal-information-declared",
  ],
} satisfies Chapter<ProposalCommand, ProposalEvent>;
