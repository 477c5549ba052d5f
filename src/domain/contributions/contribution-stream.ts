import type { Envelope, Stream } from "../stream.ts";
import type { Contribution, ContributionCommand, ContributionEvent } from "./contribution.ts";
import { decideContribution } from "./decide-contribution.ts";
import type { ContributionFacts } from "./decide-contribution.ts";
import { evolveContribution } from "./evolve-contribution.ts";
import { contributionPayloads } from "./payloads.ts";
import { contributionOf, contributionPrefix, contributionStream } from "./streams.ts";

/** What people say in consultations: a stream a contribution, so that a hundred thousand of them leave each one short. */
export const contributions: Stream<
  ContributionEvent & Envelope,
  Contribution | null,
  ContributionCommand,
  ContributionFacts
> = {
  prefix: contributionPrefix,
  nameOf: contributionStream,
  idOf: contributionOf,
  events: {
    ContributionReceived: { schema: 1, payload: contributionPayloads.ContributionReceived },
    ContributionPlaced: { schema: 1, payload: contributionPayloads.ContributionPlaced },
    ContributionHidden: { schema: 1, payload: contributionPayloads.ContributionHidden },
    ContributionShown: { schema: 1, payload: contributionPayloads.ContributionShown },
    ContributionTextErased: { schema: 1, payload: contributionPayloads.ContributionTextErased },
  },
  initial: null,
  evolve: evolveContribution,
  decide: decideContribution,
  rolesToEnter: ({ type }) => roles[type] ?? null,
};

const staff = new Set(["planner"]);

const roles: { readonly [type: string]: ReadonlySet<string> } = {
  // The writer is no account.
  ContributionReceived: new Set(["public", "planner"]),
  ContributionPlaced: staff,
  ContributionHidden: staff,
  ContributionShown: staff,
  ContributionTextErased: new Set(["administrator"]),
};
