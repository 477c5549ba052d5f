import { gates } from "../../policy/policy.ts";
import type { TechnologyEvent, Technology } from "./technology.ts";

/** What was voted on has been edited: every vote cast so far lapses, and the voters are told. */
export const lapseVotes = (t: Technology): readonly TechnologyEvent[] =>
  gates.flatMap((gate) => {
    const voters = (t.ballots[gate]?.votes ?? []).map((vote) => vote.person);
    if (voters.length === 0) return [];
    return [{ type: "VotesLapsed", schema: 1, payload: { gate, voters, why: "ground-changed" } }];
  });
