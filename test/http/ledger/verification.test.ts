import { describe, expect, it } from "vitest";
import type { FindingKind, NoteKind } from "../../../src/ledger/findings.ts";
import type { Verification } from "../../../src/ledger/verify.ts";
import { verificationModel } from "../../../src/http/ledger/verification-model.ts";
import type { Content } from "../../../src/http/view/html.ts";
import { realLanguages } from "../view/support.ts";

const textOf = (content: Content): string => String(content).replaceAll(/<[^>]+>/g, "");

const kinds = {
  unreadable: "ledger.sqlite",
  "leaf-altered": "entry 7",
  "column-altered": "entry 7, column actor",
  missing: "entries 7–9",
  order: "entry 7",
  "node-altered": "node 12 (level 2, ends at entry 8)",
  "command-altered": "command 3f-a of entries 7–9",
  "claim-altered": "claim slug queue",
  "text-altered": "private text 3fab",
  "file-altered": "vault file 3fab, named by entry 7",
  "log-altered": "checkpoints.log, line 3",
  "checkpoint-forged": "stored checkpoint at 7",
  "unsigned-tail": "entries 7–9",
  truncated: "entries 7–9",
  rewritten: "entries 1–9",
  "below-checkpoint": "checkpoints.log, line 3",
  key: "verifying key",
  authority: "entry 7",
  payload: "entry 7",
  withheld: "entry 7",
} satisfies Record<FindingKind, string>;

const notes = {
  "loss-declared": { file: "checkpoints.log", count: 2 },
  "torn-record": { file: "checkpoints.log", line: 4 },
  "texts-erased": { count: 2 },
  withheld: { count: 3 },
  "files-awaited": { count: 1 },
  "files-of-loss": { count: 2 },
  "key-absent": {},
  "key-rotated": { entry: 20, before: "0a1b2c3d", after: "4e5f6a7b" },
  "log-behind": { newest: 3, size: 9 },
  "kind-unknown": { count: 2 },
} satisfies Record<NoteKind, object>;

const found: Verification = {
  ok: false,
  logId: "3f",
  entries: 9,
  position: 9,
  root: "aa",
  withheld: 3,
  findings: Object.entries(kinds).map(([kind, place]) => ({
    kind: kind as FindingKind,
    place,
    message: "to the letter",
  })),
  notes: [],
  noted: Object.entries(notes).map(([kind, params]) => ({ kind: kind as NoteKind, params })),
};

describe.each(["en", "zh-CN"] as const)("what a verification found, in %s", (locale) => {
  const model = verificationModel(realLanguages().of(locale), found);
  const cells = model.table!.rows.map(({ cells: row }) => row.map(({ content }) => textOf(content)));

  it("has a sentence for each kind of finding, and the check's own words beside it", () => {
    expect(cells).toHaveLength(20);
    for (const [, , what] of cells)
      expect(what).toMatch(locale === "en" ? /^[A-Z].*\.to the letter$/ : /^[^A-Za-z]+。to the letter$/);
    expect(new Set(cells.map(([, , what]) => what)).size).toBe(20);
  });

  it("names each place in the reader's words", () => {
    const places = [...new Set(cells.map(([place]) => place))];
    expect(places).toEqual(
      locale === "en"
        ? [
            "ledger.sqlite",
            "Entry 7",
            "Entry 7, column actor",
            "Entries 7 to 9",
            "Tree hash 12",
            "Command 3f-a",
            "Claim slug queue",
            "Private text 3fab",
            "Evidence file 3fab, of entry 7",
            "checkpoints.log, line 3",
            "Stored checkpoint at entry 7",
            "Entries 1 to 9",
            "verifying key",
          ]
        : [
            "ledger.sqlite",
            "第 7 条记录",
            "第 7 条记录，actor 列",
            "第 7 至 9 条记录",
            "哈希树节点 12",
            "命令 3f-a",
            "名称占用 slug queue",
            "文本 3fab",
            "证据文件 3fab（第 7 条记录）",
            "checkpoints.log，第 3 行",
            "第 7 条记录处的检查点",
            "第 1 至 9 条记录",
            "verifying key",
          ],
    );
  });

  it("says each note, and how many entries are withheld once", () => {
    expect(model.notes).toHaveLength(9);
    expect(JSON.stringify([model.facts, model.notes]).match(/withheld|隐去/g)).toHaveLength(1);
    if (locale === "zh-CN") for (const note of model.notes) expect(note).toMatch(/。$/);
  });
});
