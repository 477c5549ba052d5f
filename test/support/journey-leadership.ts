import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

const leader = (story: Story): Promise<Visitor> => story.as("approver");

/** All that the lives of the demonstration did. */
const always = "from=2025-01-01&to=2026-12-31";
const page = `/decision-information?${always}`;

export async function found(story: Story): Promise<void> {
  const visitor = await leader(story);
  const { t } = visitor.language;
  await visitor.open("/technologies");
  await visitor.follow(t("leadership:link"));
  await visitor.fill(t("leadership:filter.from"), "2025-01-01");
  await visitor.fill(t("leadership:filter.to"), "2026-12-31");
  await visitor.press(t("leadership:filter.show"));
  await visitor.reads(t("leadership:came.title"));
  expect(new URL(visitor.page.url()).search).toContain("from=2025-01-01");
}

async function goThrough(visitor: Visitor, number: Locator): Promise<void> {
  const count = Number(await number.textContent());
  const href = (await number.getAttribute("href")) ?? "";
  await visitor.open(href);
  expect(await visitor.page.locator("main tbody tr").count(), href).toBe(count);
}

export async function toTheList(story: Story): Promise<void> {
  const visitor = await leader(story);
  const parts = ["where", "came", "margin", "turn"];
  for (const part of parts) {
    await visitor.open(page);
    await goThrough(visitor, visitor.page.locator(`section[aria-labelledby="${part}"] td a`).first());
  }
  await visitor.open(page);
  await goThrough(visitor, visitor.page.locator('section[aria-labelledby="margin"] td a').first());
  const thing = visitor.page.locator("main tbody tr").first().locator("td a").first();
  await visitor.open((await thing.getAttribute("href")) ?? "");
}

export async function byDepartment(story: Story): Promise<void> {
  const visitor = await leader(story);
  const { t } = visitor.language;
  await visitor.open(page);
  const whole = await visitor.page.locator('section[aria-labelledby="came"] td a').count();
  await visitor.select(t("leadership:filter.department"), "Transport");
  await visitor.press(t("leadership:filter.show"));
  await visitor.reads("Transport");
  expect(await visitor.page.locator('section[aria-labelledby="came"] td a').count()).toBeLessThanOrEqual(whole);
  for (const link of await visitor.page.locator('section[aria-labelledby="came"] td a').all())
    expect(await link.getAttribute("href")).toContain("department=transport");
}

/** Every number of the page that counts something stands in it, with the address of its list. */
export async function asFile(story: Story): Promise<void> {
  const visitor = await leader(story);
  await visitor.open(page);
  const [download] = await Promise.all([
    visitor.page.waitForEvent("download"),
    visitor.page.locator("main").getByRole("link", { name: "CSV" }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^decision-information.*\.csv$/);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
  for (const link of await visitor.page.locator('section[aria-labelledby="came"] td a').all()) {
    const [href, count] = [await link.getAttribute("href"), await link.textContent()];
    expect(
      lines.filter((line) => line.endsWith(href ?? "?") && line.includes(`,${count},`)),
      href ?? "",
    ).toHaveLength(1);
  }
}

export async function onPaper(story: Story): Promise<void> {
  const visitor = await leader(story);
  await visitor.open(page);
  await visitor.page.emulateMedia({ media: "print" });
  for (const screenOnly of ["header nav", "main form", "main .ts-files"])
    expect(await visitor.page.locator(screenOnly).first().isVisible(), screenOnly).toBe(false);
  for (const part of ["where", "came", "margin", "turn"])
    expect(await visitor.page.locator(`section[aria-labelledby="${part}"] table`).first().isVisible(), part).toBe(true);
  const paper = await visitor.page.pdf({ format: "A4" });
  expect(paper.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  await visitor.page.emulateMedia({ media: "screen" });
}

export async function scored(story: Story): Promise<void> {
  const visitor = await leader(story);
  const { t } = visitor.language;
  await visitor.open(page);
  await visitor.follow(t("leadership:scorecard.title"));
  await visitor.reads(t("leadership:scorecard.order"));
  await visitor.follow("Transport");
  await goThrough(visitor, visitor.page.locator('main a[href*="figure="]').filter({ hasText: /^\d+$/ }).first());
}

export async function inChinese(story: Story): Promise<void> {
  const [plain, auditor] = [await story.as("approver2"), await story.as("auditor")];
  const { t } = plain.language;
  await plain.open("/decision-information");
  await plain.fill(t("leadership:filter.from"), "2025-01-01");
  await plain.fill(t("leadership:filter.to"), "2026-12-31");
  await plain.press(t("leadership:filter.show"));
  await plain.reads(t("leadership:margin.title"));
  await plain.open(`/scorecard?${always}`);
  await auditor.open(page);
  await goThrough(auditor, auditor.page.locator('section[aria-labelledby="came"] td a').first());
  await auditor.open(`/scorecard?${always}`);
}
