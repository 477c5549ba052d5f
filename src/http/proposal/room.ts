import type { Room } from "../room.ts";
import type { MetAt } from "../room-words.ts";
import { fieldNames } from "../say/event-words.ts";
import { foundBy } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { departmentsToPropose, sponsors } from "./options.ts";
import { proposePages } from "./propose.ts";
import { revisionPages } from "./revision.ts";
import { proposalSchema } from "./schema.ts";
import { proposalPages } from "./proposal.ts";
import { withdrawalStatement } from "./withdrawal.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";

/** What a proposal states is revised only before its pilot. */
const stated: MetAt = {
  see: "proposal",
  act: { command: "ReviseProposal", at: "proposal/revision" },
  gate: "admission",
};

/** Proposing, reading, revising and withdrawing a proposal; "new" is no technology's address. */
export const proposalRoom = {
  name: "proposal",
  routes,
  kind: "proposal",
  events: {
    TechnologyProposed: {
      tell: ({ t }, { proposal }) => ({
        values: { tier: t("words:impactTier", { tier: t(`words:tier.${proposal.tier}`) }) },
      }),
    },
    ProposalRevised: { tell: (language, { changed }) => ({ values: { fields: fieldNames(language, changed) } }) },
    ProposalWithdrawn: {},
  },
  finals: { ProposalWithdrawn: {} },
  acts: {
    ReviseProposal: { at: "proposal/revision", from: ["technology"] },
    WithdrawProposal: { at: "proposal/withdrawal", from: ["technology"] },
  },
  conditions: {
    "need-stated": stated,
    "demand-stated": stated,
    "sponsor-named": stated,
    "cost-stated": stated,
    "tier-stated": stated,
    "similar-considered": stated,
    "data-class-declared": stated,
    "personal-information-declared": stated,
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const propose = proposePages(deps);
  get("/technologies/new", planner, propose.show);
  get("/technologies/new/sponsors", planner, foundBy(deps, sponsors));
  get("/technologies/new/departments", planner, foundBy(deps, departmentsToPropose));
  post("/technologies", planner, proposalSchema, propose.submit, { form: "/technologies/new" });
  get("/technologies/:slug/proposal", anyRole, proposalPages(deps).show);
  const revision = revisionPages(deps);
  get("/technologies/:slug/proposal/revision", planner, revision.show);
  post("/technologies/:slug/proposal/revision", planner, proposalSchema, revision.submit);
  statementRoutes(all, deps, withdrawalStatement);
}
