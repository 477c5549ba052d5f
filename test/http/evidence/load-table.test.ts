import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { withDepartment } from "../proposal/support.ts";
import { piece, piloting } from "./support.ts";

let site: Site;
let planner: Member;
let at: string;
beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  at = `/technologies/${await piloting(site, planner, await site.signedIn("approver"), "Queue forecast")}/evidence`;
});
afterAll(() => site.stop());

const scenarios = ["Passthrough", "Transformation"];
const sizes = ["50", "1024"];
const delays = ["0", "30"];
const loads = [50, 100];

/** A summary as WSO2 publishes it: every load under eight settings. */
const summary = [
  "Scenario Name,Concurrent Users,Message Size (Bytes),Back-end Service Delay (ms),# Samples,Error Count,Throughput (Requests/sec),Average Response Time (ms)",
  ...scenarios.flatMap((scenario, a) =>
    sizes.flatMap((size, b) =>
      delays.flatMap((delay, c) =>
        loads.map((users) => `${scenario},${users},${size},${delay},${60_000 + a + 2 * b + 4 * c},3,100,${users * 9}`),
      ),
    ),
  ),
].join("\n");

describe("a table of load levels under several settings", () => {
  it("is asked about: which rows are meant, by which headings, and their values", async () => {
    const page = await planner.upload(at, { title: "Published benchmark" }, piece("summary.csv", summary));
    expect(page.status).toBe(422);
    expect(page.text).toContain("“Scenario Name” (Passthrough, Transformation)");
    expect(page.text).toContain("“Message Size (Bytes)” (50, 1024)");
    expect(page.text).toContain("“Back-end Service Delay (ms)” (0, 30)");
    expect(page.value("mapping.format")).toBe("load-table");
  });

  it("is measured once one configuration is chosen; its levels have no slices, so nothing of them is known for sure", async () => {
    const page = await planner.upload(at, { title: "Published benchmark" }, piece("summary.csv", summary));
    const chosen = [
      ["Scenario Name", "Transformation"],
      ["Message Size (Bytes)", "1024"],
      ["Back-end Service Delay (ms)", "30"],
    ].map(([heading = "", text = ""], n) => ({
      [`mapping.rows.${n}.heading`]: heading,
      [`mapping.rows.${n}.text`]: text,
    }));
    const fields = { title: "Published benchmark", staged: page.value("staged"), "mapping.format": "load-table" };
    const done = await planner.send(at, { ...fields, ...chosen[0], ...chosen[1], ...chosen[2] });
    expect(done.text).toContain("Attached as e1");
    expect(done.text).toContain("2 rows, every one of them usable");
    const [one] =
      (await site.services.views.technologyState(site.services.views.portfolio.bySlug("queue-forecast")?.id ?? ""))
        ?.evidence ?? [];
    expect(one?.statistics).toMatchObject({ kind: "load", requests: 120_014, failures: 6, failed: null });
    const room = await planner.get(at);
    expect(room.text).toContain("not known: the tool gives totals only");
    expect(room.text).not.toContain("service level missed 50");
  });
});
