import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/words/days.ts";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { zipOf } from "../../evidence/zip-of.ts";
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

const ratings = (day: string): string =>
  ["rating (1-5),date", ...Array.from({ length: 12 }, () => `4,${day}`)].join("\n");

const inChinese = async (act: () => Promise<void>): Promise<void> => {
  await planner.post("/language", { to: "zh-CN", back: "/" });
  try {
    await act();
  } finally {
    await planner.post("/language", { to: "en", back: "/" });
  }
};

describe("how a file will be read says what attaching it would say", () => {
  it.each([
    ["before the plan was locked", -30, /before/],
    ["after today", 3, /future|not over|later/],
  ])("rows %s count nowhere: no row is said to count", async (_when, days, why) => {
    const day = addDays(site.services.today(), days);
    const look = await planner.upload(at, { title: "Ratings", intent: "preview" }, piece("r.csv", ratings(day)));
    expect(look.status).toBe(409);
    expect(look.text).toContain("12 rows in all, but it cannot be attached like this");
    expect(look.text).toMatch(/2 can be read, does not count 4/);
    expect(look.text).not.toMatch(/\d counts 4/);
    expect(look.text).toMatch(why);
    const sent = await planner.upload(at, { title: "Ratings" }, piece("r.csv", ratings(day)));
    expect(sent.status).toBe(409);
  });

  it("rows of today count, and are attached", async () => {
    const today = ratings(site.services.today()).replaceAll(site.services.today(), "");
    const look = await planner.upload(at, { title: "Ratings", intent: "preview" }, piece("r.csv", today));
    expect(look.text).toMatch(/2 counts 4/);
  });
});

describe("why an archive or a workbook is not read is said in the page's language", () => {
  const archive = zipOf({ name: "notes.txt", content: "hello" }, { name: "more.txt", content: "x" });
  it("in Chinese, and in no other language", () =>
    inChinese(async () => {
      const page = await planner.upload(at, { title: "Archive" }, piece("a.zip", archive));
      expect(page.text).toContain(
        "该压缩包或工作簿未能读取（这是 ZIP 压缩包，含 2 个文件：notes.txt、more.txt。没有一个能直接读取：请解压后提交含有数据的文件）",
      );
      expect(page.text).not.toContain("ZIP archive");
      const cut = await planner.upload(at, { title: "Archive" }, piece("a.zip", archive.subarray(0, 60)));
      expect(cut.text).toContain("不完整或已损坏");
      expect(cut.text).not.toContain("cut off");
    }));

  it("in English", async () => {
    const page = await planner.upload(at, { title: "Archive" }, piece("a.zip", archive));
    expect(page.text).toContain("it is a ZIP archive of 2 files: notes.txt, more.txt. None of them is read as it is");
  });
});
