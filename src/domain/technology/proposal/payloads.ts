import { list, nullable, number, object, oneOf, optional, text, textRef, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { tiers } from "../../words/tier.ts";
import { technologyKinds } from "../state/kind.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { Proposal, ProposalEvent } from "../state/proposal.ts";

const proposal: Shape<Proposal> = object({
  name: text,
  summary: textRef,
  need: textRef,
  needOf: textRef,
  department: text,
  kind: optional(oneOf(...technologyKinds)),
  sponsor: text,
  demand: object({
    users: nullable(number),
    requestsPerSecond: nullable(number),
    recordsPerHour: nullable(number),
  }),
  cost: object({ pilot: nullable(number), annual: nullable(number), currency: text }),
  tier: oneOf(...tiers),
  tierStated: truth,
  standards: list(text),
  dataClass: oneOf("core", "important", "general", "unstated"),
  personalInformation: oneOf("none", "general", "sensitive", "unstated"),
  risks: nullable(textRef),
  similarSeen: list(text),
});

export const proposalPayloads: Payloads<ProposalEvent> = {
  TechnologyProposed: object({ slug: text, proposal, predecessor: nullable(text) }),
  ProposalRevised: object({ proposal, changed: list(text) }),
  ProposalWithdrawn: object({ reason: textRef }),
};
