import type { Proposal } from "../../../../src/domain/technology/state/proposal.ts";
import { aProposal, happened, proposed } from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { anyTier, at, erased, never } from "./row.ts";
import type { RowOf } from "./row.ts";

const unstatedIsUnknown = never("what is not stated is unknown");

const shown = never("the form shows them before it can be sent");

/** What the proposal states: unknown where it does not, and again once a revision leaves it open. */
export const admissionRows = {
  "need-stated": anyTier({
    met: at(proposed()),
    unmet: unstatedIsUnknown,
    unknown: at([...proposed(), erased("need of")]),
    lapsed: at([...proposed(), erased("need")]),
  }),
  "demand-stated": stating({ demand: { users: 1, requestsPerSecond: null, recordsPerHour: null } }),
  "sponsor-named": stating({ sponsor: "" }),
  "cost-stated": stating({ cost: { pilot: 1, annual: null, currency: "EUR" } }),
  "tier-stated": stating({ tierStated: false }),
  "data-class-declared": stating({ dataClass: "unstated" }),
  "personal-information-declared": stating({ personalInformation: "unstated" }),
  "similar-considered": anyTier({ met: at(proposed()), unmet: shown, unknown: shown, lapsed: shown }),
} satisfies { readonly [key: string]: RowOf };

function stating(left: Partial<Proposal>): RowOf {
  return (tier) => ({
    met: at(proposed({ tier })),
    unmet: unstatedIsUnknown,
    unknown: at(proposed({ ...left, tier })),
    lapsed: at([...proposed({ tier }), revised({ ...left, tier })]),
  });
}

function revised(over: Partial<Proposal>): Happened {
  return happened("ProposalRevised", { proposal: aProposal(over), changed: Object.keys(over) }, "pia");
}
