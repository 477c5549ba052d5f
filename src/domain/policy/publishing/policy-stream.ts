import { oneStream } from "../../stream.ts";
import type { Envelope, Stream } from "../../stream.ts";
import { publishedShape } from "./payloads.ts";
import { decidePolicy, evolvePolicy } from "./publish.ts";
import type { PolicyCommand, PolicyEvent, PolicyState, PublisherFacts } from "./publish.ts";
import { policyUpcasts } from "./upcasts.ts";

export const policyStream = "policy";

/** What the body has decided about deciding: one stream, an event a version. */
export const policies: Stream<PolicyEvent & Envelope, PolicyState, PolicyCommand, PublisherFacts> = {
  ...oneStream(policyStream),
  events: { PolicyPublished: { schema: 8, payload: publishedShape, upcasts: policyUpcasts.PolicyPublished } },
  initial: null,
  evolve: evolvePolicy,
  decide: decidePolicy,
  // The first policy comes with the house; whoever changes it afterwards answers for it.
  rolesToEnter: ({ version }) => (version === 1 ? house : administrators),
};

const administrators: ReadonlySet<string> = new Set(["administrator"]);
const house: ReadonlySet<string> = new Set(["administrator", "system"]);
