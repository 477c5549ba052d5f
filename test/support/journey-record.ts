import { expect } from "vitest";
import { touchstone } from "./journey-process.ts";
import type { Story } from "./journey-story.ts";

/** The auditor, who decided nothing, checks the ledger and recomputes what was decided. */
export async function audit(story: Story): Promise<void> {
  const auditor = await story.as("auditor");
  const { t } = auditor.language;
  await auditor.open("/ledger");
  await auditor.press(t("ledger:verifyButton"));
  await auditor.reads(t("ledger:verified.whole"));
  await auditor.open(`${story.path}/history`);
  for (const gate of ["admission", "completion", "rollout", "adoption"]) {
    await auditor.open(`${story.path}/gates/${gate}`);
    await auditor.page.locator('main a[href^="/decisions/"]').first().waitFor();
    const record = await auditor.page.locator('main a[href^="/decisions/"]').first().getAttribute("href");
    await auditor.open(record ?? "");
    await auditor.follow(t("gate:replay.link"));
    await auditor.reads(t("gate:replay.leadSame"));
    await auditor.follow(t("gate:replay.back"));
    await auditor.follow(t("gate:record.entry"));
  }
}

/** The same without the server, by the commands that the record names. */
export async function recompute(story: Story): Promise<void> {
  const slug = story.path.split("/").at(-1) ?? "";
  await story.site.stop();
  const { folder } = story.site;
  const replay = await touchstone(folder, "decision", "replay", `${slug}/rollout`, "--json");
  expect(replay).toMatchObject({ status: 0, json: { same: true, differences: [] } });
  const verified = await touchstone(folder, "ledger", "verify", "--json");
  expect(verified.status).toBe(0);
  await story.site.start();
}
