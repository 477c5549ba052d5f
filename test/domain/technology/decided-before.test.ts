import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recomputeDecision } from "../../../src/domain/technology/recompute.ts";
import type { PastEvent } from "../../../src/domain/technology/state/envelope.ts";
import { readEvent } from "../../../src/ledger/codec.ts";
import { asEvent } from "../../../src/domain/stream.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import { policies } from "../../../src/domain/policy/publishing/policy-stream.ts";

/** Leaves of a ledger from before there were optional indicators, baselines, anytime rules and fairness. */
const leaves = readFileSync(new URL("./fixtures/decided-before.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => readEvent(Buffer.from(line)));
const [published, ...life] = leaves;
if (published === undefined) throw new Error("no leaves");
const { policy } = asEvent(policies)(published).payload;
const events = life.map(asEvent(technologies));
const isDecided = (event: PastEvent): event is PastEvent & { type: "GateDecided" } => event.type === "GateDecided";

describe("decisions of before", () => {
  it("were made under a policy that says how long the later kinds of evidence stand, once it is read", () => {
    expect(policy.evidenceValidityDays).toEqual({
      ...{ load: 180, availability: 180, volume: 180, sus: 365, tasks: 365, document: 730 },
      ...{ "umux-lite": 365, seq: 365, satisfaction: 365, accessibility: 365, outcomes: 365, components: 180 },
      interface: 365,
    });
    expect(policy.criteria.flatMap(({ indicators }) => indicators).some(({ optional }) => optional)).toBe(false);
  });

  it.each(events.filter(isDecided).map((event) => [event.payload.gate, event] as const))(
    "come out the same at the %s gate, but for what a newer method makes of the same evidence",
    (gate, decision) => {
      const { recorded, recomputed, differences } = recomputeDecision(events, decision, { [policy.version]: policy });
      expect(recorded.verdict?.outcome).toBe(gate === "rollout" ? "pass" : undefined);
      if (gate !== "rollout") {
        expect(differences).toEqual([]);
        expect(recomputed).toEqual(recorded);
        return;
      }
      expect([recorded.verdict?.methodVersion, recomputed.verdict?.methodVersion]).toEqual(["1", "2"]);
      // The newer method asks for drills and hours of load that nobody then was asked for.
      expect(recomputed.verdict?.outcome).toBe("not-enough-evidence");
      const places = [...new Set(differences.map(({ where }) => where.split(/[.[ ]/)[0]))];
      expect(places.sort()).toEqual(["conditions", "ground", "methods", "verdict"]);
    },
  );
});
