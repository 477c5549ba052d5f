import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { decidePolicy, evolvePolicy } from "../../../src/domain/policy/publishing/publish.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { policyUpcasts } from "../../../src/domain/policy/publishing/upcasts.ts";
import { by } from "../../support/technology.ts";

const system = { ...by("adam"), actor: { id: "system", roles: [] } };
const next = (over: Partial<Policy> = {}): Policy => ({ ...defaultPolicy, version: 2, passMark: 75, ...over });
const codes = (decision: ReturnType<typeof decidePolicy>) =>
  decision.kind === "rejected" ? decision.reasons.map(({ code }) => code) : [];

describe("publishing a policy", () => {
  it("begins with the system's first version at set-up", () => {
    const decision = decidePolicy(null, { type: "PublishPolicy", policy: defaultPolicy }, system);
    expect(decision).toEqual({
      kind: "accepted",
      events: [{ type: "PolicyPublished", schema: 8, payload: { policy: defaultPolicy } }],
    });
  });

  it("goes on with an administrator's next version", () => {
    const decision = decidePolicy(defaultPolicy, { type: "PublishPolicy", policy: next() }, by("adam"));
    const events = decision.kind === "accepted" ? decision.events : [];
    expect(events.reduce(evolvePolicy, defaultPolicy)).toEqual(next());
  });

  it("is nobody else's, not even the system's later on", () => {
    for (const facts of [by("ada"), by("pia"), by("otto"), system]) {
      expect(codes(decidePolicy(defaultPolicy, { type: "PublishPolicy", policy: next() }, facts))).toEqual([
        "RoleMissing",
      ]);
    }
  });

  it("waits while somebody else may hold the administrator's password", () => {
    const facts = by("adam");
    const people = facts.people.map((one) =>
      one.id === "adam" ? { ...one, barredUntil: "2099-01-01T00:00:00Z" } : one,
    );
    expect(codes(decidePolicy(defaultPolicy, { type: "PublishPolicy", policy: next() }, { ...facts, people }))).toEqual(
      ["AccountBarred"],
    );
  });

  it("says all that is wrong: person, number, figures", () => {
    const policy = next({ version: 4, confidence: 2 });
    expect(codes(decidePolicy(defaultPolicy, { type: "PublishPolicy", policy }, by("pia")))).toEqual([
      "RoleMissing",
      "PolicyVersionNotNext",
      "PolicyNumberOutOfRange",
    ]);
  });

  it("published before there were terms and rules for accounts is read as having those of today", () => {
    const { terms: _, accounts: __, reading: ___, ...then } = defaultPolicy;
    expect(policyUpcasts.PolicyPublished[2]({ policy: JSON.parse(JSON.stringify(then)) as JsonObject })).toEqual({
      policy: defaultPolicy,
    });
  });

  it("needs a change", () => {
    const policy = { ...defaultPolicy, version: 2 };
    expect(codes(decidePolicy(defaultPolicy, { type: "PublishPolicy", policy }, by("adam")))).toEqual([
      "NothingChanged",
    ]);
  });
});
