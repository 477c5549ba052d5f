import type { Deps } from "../deps.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import type { Payload } from "../say/telling.ts";
import { comparisonPage } from "./comparison.ts";
import { defaultsPage } from "./defaults.ts";
import { policyPages } from "./policy-page.ts";
import { publishPages } from "./publish.ts";
import { makeSchema, qualityPages } from "./quality/quality.ts";
import { policySchema } from "./schema.ts";
import { runSchema, simulatorPages } from "./simulator/simulator.ts";

/** The policy: its versions, what it lets pass, and the next one. */
export const policyRoom = {
  name: "policy",
  routes,
  kind: "house",
  finals: {
    PolicyPublished: { values: (_, { policy }) => ({ version: Number((policy as Payload)["version"]) }) },
  },
  events: {
    PolicyPublished: { tell: (_, { policy }) => ({ values: { version: Number((policy as Payload)["version"]) } }) },
  },
} satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const administrator = requireRole("administrator");
  const again = { again: "asked" } as const;
  const policy = policyPages(deps);
  const publish = publishPages(deps);
  get("/policy", anyRole, policy.current);
  get("/policy/versions/:version", anyRole, policy.version);
  get("/policy/comparison", anyRole, comparisonPage(deps));
  const simulator = simulatorPages(deps);
  get("/policy/simulator", anyRole, simulator.show, { costs: "simulator" });
  get("/policy/defaults", administrator, defaultsPage(deps));
  post("/policy/simulator/runs", anyRole, runSchema, simulator.run, { costs: "simulator" });
  const quality = qualityPages(deps);
  get("/policy/quality", anyRole, quality.show);
  post("/policy/quality/runs", anyRole, makeSchema, quality.make, { costs: "simulator" });
  get("/policy/new", administrator, publish.show);
  post("/policy/simulator/drafts", administrator, policySchema, publish.simulate, { form: "/policy/new" });
  post("/policy/versions", administrator, policySchema, publish.submit, { ...again, form: "/policy/new" });
}
