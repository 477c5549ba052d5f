import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../src/domain/policy/default/gates.ts";
import { tiers } from "../../src/domain/words/tier.ts";
import { contained, deliveredLate, overdue, recorded, seenAcross, underway } from "../support/journey-incident.ts";
import { tell } from "../support/journey-play.ts";

tell("what went wrong, and what is due by the hour because of it", {
  options: {
    name: "incident",
    locale: "zh-CN",
    javaScript: true,
    otherwise: { auditor: { locale: "en" } },
    // The house's numbers, with gates that ask for nothing else than its terms.
    policy: {
      ...defaultPolicy,
      gates: gatesAsking({ admission: [], completion: [["incident-clocks", tiers]], rollout: [], adoption: [] }),
    },
  },
  before: underway,
  chapters: [
    ["three terms run from when somebody learned of it", recorded],
    ["a day later one is overdue, and bars the gate", overdue],
    ["delivered it is late, and the next one begins", deliveredLate],
    ["contained in time, what was late stays late", contained],
    ["it stands on the pages of the house, in both languages", seenAcross],
  ],
});
