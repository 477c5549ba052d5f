import type { Decision, Reason } from "../../words/decision.ts";
import type { JsonObject } from "../../words/json.ts";
import { changedFields } from "../../words/changed-fields.ts";
import type { Proposal } from "../state/proposal.ts";
import type { Facts } from "../state/facts.ts";
import { lapseVotes } from "../state/lapse-votes.ts";
import { isEnd } from "../state/stage.ts";
import { mayAuthor } from "../state/people.ts";
import { isRenamed, nameTaken } from "./namesakes.ts";
import { proposalReasons, withTier } from "./proposal-rules.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

export const propose = (c: Command<"Propose">, f: Facts): Decision<TechnologyEvent> =>
  unless(
    [
      ...slugReasons(c.slug),
      ...predecessorReasons(c, f),
      ...proposalReasons(c.proposal, f),
      ...nameTaken(f.namesakes, c.predecessor),
    ],
    () => [
      {
        type: "TechnologyProposed",
        schema: 1,
        payload: { slug: c.slug, proposal: withTier(c.proposal), predecessor: c.predecessor },
      },
      ...(c.imported === undefined ? [] : [{ type: "TechnologyImported", schema: 1, payload: c.imported } as const]),
    ],
  );

export function reviseProposal(t: Technology, c: Command<"ReviseProposal">, f: Facts): Decision<TechnologyEvent> {
  const proposal = withTier(c.proposal);
  const changed = changedFields(asJson(t.proposal), asJson(proposal));
  const reasons = [
    ...when(changed.length === 0, "NothingChanged"),
    ...mayAuthor(t, f.actor.id),
    ...mayAuthor(t, proposal.sponsor).map((reason) => ({ ...reason, field: "sponsor" })),
    ...proposalReasons(proposal, f),
    ...(isRenamed(t.proposal.name, proposal.name) ? nameTaken(f.namesakes, t.predecessor) : []),
  ];
  return unless(reasons, () => [
    { type: "ProposalRevised", schema: 1, payload: { proposal, changed } },
    ...lapseVotes(t),
  ]);
}

export const withdrawProposal = (_: Technology, c: Command<"WithdrawProposal">): Decision<TechnologyEvent> =>
  unless(required(c.reason, "reason"), () => [{ type: "ProposalWithdrawn", schema: 1, payload: { reason: c.reason } }]);

const slugReasons = (slug: string): readonly Reason[] =>
  when(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length < 3 || slug.length > 60, "SlugMalformed", "slug");

function predecessorReasons(c: Command<"Propose">, f: Facts): readonly Reason[] {
  if (c.predecessor === null) return [];
  const predecessor = { predecessor: c.predecessor };
  if (f.predecessorStage === undefined || c.predecessor === c.slug)
    return when(true, "PredecessorUnknown", "predecessor", predecessor);
  return when(!isEnd(f.predecessorStage), "PredecessorNotEnded", "predecessor", {
    ...predecessor,
    stage: f.predecessorStage,
  });
}

const asJson = ({ demand, cost, ...proposal }: Proposal): JsonObject => ({
  ...proposal,
  demand: { ...demand },
  cost: { ...cost },
});
