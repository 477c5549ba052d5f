import { expect, it } from "vitest";
import { spacedOut } from "../../../src/application/documents/paper-spacing.ts";
import type { Block, Paper } from "../../../src/application/documents/paper.ts";

const paperOf = (...blocks: readonly Block[]): Paper => ({
  language: "zh-CN",
  title: "甲： 乙",
  description: "",
  subject: "touchstone",
  at: "2026-01-01T00:00:00.000Z",
  contents: null,
  parts: [{ title: "", above: "", head: "", blocks }],
});
const linesOf = (paper: Paper): readonly string[] =>
  paper.parts[0]!.blocks.flatMap((block) =>
    block.is === "paragraph" ? [block.runs.map(({ text }) => text).join("")] : [],
  );
const line = (...texts: readonly string[]): Block => ({ is: "paragraph", runs: texts.map((text) => ({ text })) });

it.each([
  [["For:", "Tao Xibin"], "For: Tao Xibin"],
  [["未知：", "证据结论为通过"], "未知：证据结论为通过"],
  [["证据不足。 审批人"], "证据不足。审批人"],
  [["已满足", "（两项）", "甲"], "已满足（两项）甲"],
  [["可否推广？", "Drafts replies. And more"], "可否推广？Drafts replies. And more"],
  [["得分", "70"], "得分 70"],
])("sets words apart as they are set: %j", (texts, shown) => {
  expect(linesOf(spacedOut(paperOf(line(...texts))))).toEqual([shown]);
});

it("reaches titles, lists, tables and what stands together", () => {
  const spaced = spacedOut(
    paperOf(
      { is: "list", items: [[{ text: "甲。 乙" }]] },
      { is: "table", caption: "", head: ["甲， 乙"], figures: [], rows: [["甲； 乙"]] },
      { is: "together", blocks: [{ is: "heading", level: 2, text: "甲： 乙" }, line("甲。", "乙")] },
    ),
  );
  expect(spaced.title).toBe("甲：乙");
  expect(JSON.stringify(spaced.parts)).not.toMatch(/[。；：，] /);
  expect(JSON.stringify(spaced.parts)).toContain("甲；乙");
});
