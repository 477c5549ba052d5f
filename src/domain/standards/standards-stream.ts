import type { Envelope, Stream } from "../stream.ts";
import { decideStandard } from "./decide-standard.ts";
import type { StandardFacts } from "./decide-standard.ts";
import { evolveStandard } from "./evolve-standard.ts";
import { standardPayloads } from "./payloads.ts";
import type { Standard, StandardCommand, StandardEvent } from "./standard.ts";
import { standardOf, standardPrefix, standardStream } from "./streams.ts";

/** The register of standards: one stream each, under the standard's short name. */
export const standards: Stream<StandardEvent & Envelope, Standard | null, StandardCommand, StandardFacts> = {
  prefix: standardPrefix,
  nameOf: standardStream,
  idOf: standardOf,
  events: {
    StandardAdded: { schema: 1, payload: standardPayloads.StandardAdded },
    StandardChanged: { schema: 1, payload: standardPayloads.StandardChanged },
    StandardDrafted: { schema: 1, payload: standardPayloads.StandardDrafted },
    StandardRedrafted: { schema: 1, payload: standardPayloads.StandardRedrafted },
    StandardDraftDropped: { schema: 1, payload: standardPayloads.StandardDraftDropped },
    StandardPublished: { schema: 1, payload: standardPayloads.StandardPublished },
    StandardWithdrawn: { schema: 1, payload: standardPayloads.StandardWithdrawn },
    StandardTextErased: { schema: 1, payload: standardPayloads.StandardTextErased },
  },
  initial: null,
  evolve: evolveStandard,
  decide: decideStandard,
  rolesToEnter: () => administrators,
};

const administrators: ReadonlySet<string> = new Set(["administrator"]);
