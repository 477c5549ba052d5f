import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met } = findings("similar-considered", "planner");

/** The proposal form shows similar candidates before it can be sent; the event keeps which ones these were. */
export const similarConsidered: Condition = ({ technology }) => {
  const seen = technology.proposal.similarSeen;
  return seen.length === 0 ? met("none") : met("met", { count: seen.length });
};
