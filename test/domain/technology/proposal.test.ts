import { describe, expect, it } from "vitest";
import {
  aProposal,
  by,
  given,
  happened,
  noText,
  person,
  people,
  proposed,
  decided,
  stateAfter,
  text,
} from "../../support/technology.ts";
import type { Proposal } from "../../../src/domain/technology/state/proposal.ts";

const propose = (over: Partial<Proposal> = {}, slug = "queue-forecast", predecessor: string | null = null) =>
  ({ type: "Propose", slug, predecessor, proposal: aProposal(over) }) as const;
const revise = (over: Partial<Proposal>) => ({ type: "ReviseProposal", proposal: aProposal(over) }) as const;
const vote = happened(
  "VoteCast",
  { gate: "admission", option: "approve", reason: text("r"), ground: "g", onBehalfOf: null, lessons: null },
  "ada",
);

describe("proposing a technology", () => {
  it("puts the whole proposal on record", () => {
    given()
      .when(propose(), by("pia"))
      .then({
        type: "TechnologyProposed",
        payload: { slug: "queue-forecast", proposal: aProposal(), predecessor: null },
      });
  });

  it("counts a tier left open as IV", () => {
    given()
      .when(propose({ tier: "I", tierStated: false }), by("pia"))
      .then({
        type: "TechnologyProposed",
        payload: {
          slug: "queue-forecast",
          proposal: aProposal({ tier: "IV", tierStated: false }),
          predecessor: null,
        },
      });
  });

  it("takes a demand that is not stated, and none that is zero", () => {
    const demand = { users: null, requestsPerSecond: null, recordsPerHour: null };
    given().when(propose({ demand }), by("pia")).thenAccepted();
    given()
      .when(propose({ demand: { users: 0, requestsPerSecond: -1, recordsPerHour: NaN } }), by("pia"))
      .thenRefused(
        "NotPositive@demand.users",
        "NotPositive@demand.requestsPerSecond",
        "NotPositive@demand.recordsPerHour",
      );
  });

  it("says everything that is missing at once, each at its field", () => {
    const bad = {
      name: " ",
      summary: noText,
      need: noText,
      needOf: noText,
      department: "atlantis",
      sponsor: "nobody",
      cost: { pilot: -1, annual: null, currency: "euro" },
      standards: ["a", "a", " "],
    };
    given()
      .when(propose(bad, "Not A Slug", "old"), by("pia"))
      .thenRefused(
        "NameMissing@name",
        "TextMissing@summary",
        "TextMissing@need",
        "TextMissing@needOf",
        "DepartmentUnknown@department",
        "SponsorUnknown@sponsor",
        "Negative@cost.pilot",
        "CurrencyMalformed@cost.currency",
        "StandardMalformed@standards",
        "StandardRepeated@standards",
        "SlugMalformed@slug",
        "PredecessorUnknown@predecessor",
      );
  });

  it("refuses a title that no list can show", () => {
    given()
      .when(propose({ name: "x".repeat(121) }), by("pia"))
      .thenRefused("NameTooLong@name");
    given()
      .when(propose({ name: "\ud800" }), by("pia"))
      .thenRefused("NameMalformed@name");
  });

  it("may follow a technology that ended, not one that lives", () => {
    const follow = propose({}, "queue-forecast-2", "queue-forecast");
    for (const predecessorStage of ["rejected", "stopped", "withdrawn", "retired"])
      given()
        .when(follow, by("pia", 0, { predecessorStage }))
        .thenAccepted();
    for (const predecessorStage of ["proposed", "piloting", "evaluating", "rolling-out", "adopted"])
      given()
        .when(follow, by("pia", 0, { predecessorStage }))
        .thenRefused("PredecessorNotEnded@predecessor");
    given()
      .when(propose({}, "queue-forecast", "queue-forecast"), by("pia", 0, { predecessorStage: "rejected" }))
      .thenRefused("PredecessorUnknown@predecessor");
  });

  it("happens once", () => {
    given(...proposed())
      .when(propose(), by("pia"))
      .thenRefused("SlugTaken@slug");
  });
});

describe("revising a proposal", () => {
  it("lists what changed, and makes its writer and the new sponsor authors for good", () => {
    const revision = revise({ name: "Queue forecast 2", sponsor: "dora" });
    given(...proposed())
      .when(revision, by("pete"))
      .then({ type: "ProposalRevised", payload: { proposal: revision.proposal, changed: ["name", "sponsor"] } });
    const t = stateAfter(
      ...proposed(),
      happened("ProposalRevised", { proposal: revision.proposal, changed: [] }, "pete"),
    );
    expect(t.authors).toEqual(["pia", "sven", "pete", "dora"]);
  });

  it("voids the votes given on the old one", () => {
    given(...proposed(), vote)
      .when(revise({ name: "Other" }), by("pia"))
      .then(
        { type: "ProposalRevised", payload: { proposal: aProposal({ name: "Other" }), changed: ["name"] } },
        { type: "VotesLapsed", payload: { gate: "admission", voters: ["ada"], why: "ground-changed" } },
      );
  });

  it("needs a change", () => {
    given(...proposed())
      .when(revise({}), by("pia"))
      .thenRefused("NothingChanged");
  });

  it("makes no author of a person who has decided here", () => {
    const both = [...people.filter(({ id }) => id !== "ada"), person("ada", "approver", "planner")];
    const name = "Other";
    given(...proposed(), vote)
      .when(revise({ name }), by("ada", 0, { people: both }))
      .thenRefused("DeciderMayNotAuthor");
    given(...proposed(), vote)
      .when(revise({ sponsor: "ada" }), by("pia"))
      .thenRefused("DeciderMayNotAuthor@sponsor");
    given(
      ...proposed(),
      decided("admission", "return", 1, { votes: [{ person: "abel", option: "return", reason: text("r") }] }),
    )
      .when(revise({ sponsor: "abel" }), by("pia"))
      .thenRefused("DeciderMayNotAuthor@sponsor");
  });

  it("ends with the admission", () => {
    given(...proposed(), decided("admission", "approve", 1))
      .when(revise({ name: "Other" }), by("pia", 2))
      .thenRefused("NotInThisStage");
  });
});

describe("withdrawing a proposal", () => {
  it("ends it with a reason", () => {
    given(...proposed())
      .when({ type: "WithdrawProposal", reason: text("why") }, by("pia"))
      .then({ type: "ProposalWithdrawn", payload: { reason: text("why") } });
    given(...proposed())
      .when({ type: "WithdrawProposal", reason: noText }, by("pia"))
      .thenRefused("TextMissing@reason");
  });
});
