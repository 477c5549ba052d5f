import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Shipper } from "../../../src/application/ship/shipper.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";

let site: Site;
let planner: Member;
const shipTo = ["/nowhere/mounted/here", "mailto:keeper@archive.example"];
beforeAll(async () => {
  site = await startSite({ shipTo });
  planner = await site.signedIn("planner");
});
afterAll(async () => site.stop());

const tick = async (now = Date.now()): Promise<void> => {
  const { ledger, log, config } = site.services;
  await new Shipper({ ledger, log, config, now: () => now }).tick();
};

it("the ledger's page says where checkpoints are kept, what waits and why, and no path or mailbox", async () => {
  expect((await planner.get("/ledger")).text).toContain("Kept elsewhere A folder Nothing was sent yet");
  await tick();
  const { text, html } = await planner.get("/ledger");
  expect(text).toContain("A folder Nothing was sent yet 1 is waiting Not taken: the folder is not there. Next try");
  expect(text).toContain("Mail to archive.example Nothing was sent yet 1 is waiting Not taken: no mail server is set.");
  expect(html).not.toContain("/nowhere");
  expect(html).not.toContain("keeper");
  const chinese = await planner.get("/ledger?lang=zh-CN");
  expect(chinese.text).toContain("1 份待发 未送达：文件夹不存在。");
});

it("and when the last one was sent, over how many entries", async () => {
  const folder = join(site.services.config.dataDir, "elsewhere");
  mkdirSync(folder);
  const kept = await startSite({ shipTo: [folder] });
  const reader = await kept.signedIn("auditor");
  const { ledger, log, config } = kept.services;
  await new Shipper({ ledger, log, config }).tick();
  const { position } = await ledger.head();
  expect((await reader.get("/ledger")).text).toMatch(new RegExp(`A folder Last sent .+, up to entry ${position}`));
  await kept.stop();
});

it("where none is sent anywhere it says so", async () => {
  const alone = await startSite();
  const reader = await alone.signedIn("auditor");
  expect((await reader.get("/ledger")).text).toContain("No checkpoint is sent to another machine.");
  await alone.stop();
});
