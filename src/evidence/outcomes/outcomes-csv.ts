import { oneSpelling, textKey } from "../../domain/words/plain-text.ts";
import type { Findings, ReadOptions } from "../format.ts";
import { outcomes } from "../layouts/outcomes.ts";
import { LeftOut } from "../people/left-out.ts";
import { refuseCounts } from "../people/rows-of-counts.ts";
import { tableFormat } from "../table.ts";
import { noData, type Row, type TableReading } from "../table-reading.ts";
import { unknownWord } from "../questions.ts";
import { inSimplified } from "../../domain/words/simplified.ts";
import { shorten } from "../time.ts";
import { truthOf } from "../truth.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { yesNo } from "../vocabulary.ts";

/**
 * What an algorithm predicted and what came of it (layout "outcomes-csv"), counted by group; true as the mapping's
 * conditions say. A row without a group, an outcome or a prediction is rejected: missing is neither.
 */
export const outcomesCsv = tableFormat({
  layout: outcomes,
  version: 4,
  changes: [
    {
      version: 2,
      change:
        "groups that differ in case, width or accents as they are typed are one; rows that sum up others are left out",
    },
    { version: 3, change: "verdicts in words (通过, 不通过, approved, denied); any other word is asked about" },
    { version: 4, change: "rows that count several cases are refused" },
  ],
  streamed: true,
  reading: (options, findings) => new OutcomesReading(options, findings),
});

interface Cells {
  tp: number;
  fp: number;
  tn: number;
  fn: number;
}

class OutcomesReading implements TableReading {
  readonly #findings: Findings;
  readonly #leftOut: LeftOut;
  /** False for a piece that is recorded already. */
  readonly #counted: boolean;
  readonly #groups = new Map<string, Cells>();

  constructor(options: ReadOptions, findings: Findings) {
    this.#counted = options.asRecorded !== true;
    this.#findings = findings;
    this.#leftOut = new LeftOut(findings, ["group"], false);
  }

  row(row: Row): Unreadable | null {
    if (this.#leftOut.has(row)) return noData;
    if (this.#counted) refuseCounts(row);
    const group = row.cell("group");
    if (group === "") return new Unreadable("missing", { name: "group" });
    const outcome = this.#answer(row, "outcome");
    if (isUnreadable(outcome)) return outcome;
    const prediction = this.#answer(row, "prediction");
    if (isUnreadable(prediction)) return prediction;
    const cells = this.#cellsOf(group);
    if (prediction) cells[outcome ? "tp" : "fp"] += 1;
    else cells[outcome ? "fn" : "tn"] += 1;
    return null;
  }

  #answer(row: Row, column: string): boolean | Unreadable {
    if (row.cell(column) === "") return new Unreadable("missing", { name: column });
    const text = row.cell(column);
    const verdict = verdictOf(text);
    if (verdict !== null || /\p{L}/u.test(text))
      return verdict ?? unknownWord(this.#findings.questions, row, column, yesNo);
    // Which numbers mean yes is a condition of the mapping, not a list of words.
    return new Unreadable("word-unknown", { column, word: shorten(text), meanings: "true or false" });
  }

  figures() {
    if (this.#groups.size === 0) return null;
    this.#leftOut.tell();
    const groups = [...this.#inOneSpelling()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, cells]) => ({ group, n: cells.tp + cells.fp + cells.tn + cells.fn, ...cells }));
    this.#warn();
    return { kind: "outcomes" as const, groups };
  }

  /** A condition that no cell meets, or every cell, is more likely a slip than a finding. */
  #warn(): void {
    const all = [...this.#groups.values()];
    const sum = (of: (cells: { tp: number; fp: number; tn: number; fn: number }) => number): number =>
      all.reduce((total, cells) => total + of(cells), 0);
    const n = sum(({ tp, fp, tn, fn }) => tp + fp + tn + fn);
    const outcomes = sum(({ tp, fn }) => tp + fn);
    const predictions = sum(({ tp, fp }) => tp + fp);
    if (outcomes === 0 || outcomes === n)
      this.#findings.warn("one-outcome", `Every row has the outcome ${outcomes === n}: do the right cells mean yes?`);
    if (predictions === 0 || predictions === n)
      this.#findings.warn(
        "one-prediction",
        `Every row has the prediction ${predictions === n}: do the right cells mean yes?`,
      );
  }

  #inOneSpelling(): ReadonlyMap<string, Cells> {
    const spellings = oneSpelling(this.#groups.keys());
    const groups = new Map<string, Cells>();
    for (const [group, cells] of this.#groups) {
      const name = spellings.get(group) ?? group;
      const { tp, fp, tn, fn } = groups.get(name) ?? { tp: 0, fp: 0, tn: 0, fn: 0 };
      groups.set(name, { tp: tp + cells.tp, fp: fp + cells.fp, tn: tn + cells.tn, fn: fn + cells.fn });
    }
    return groups;
  }

  #cellsOf(group: string) {
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const cells = { tp: 0, fp: 0, tn: 0, fn: 0 };
    this.#groups.set(group, cells);
    return cells;
  }
}

/** What judges and offices write for yes and no, beside the words of truth.ts: a decision that is for the person is yes. */
const verdicts = new Map([
  ...[
    "通过",
    "合格",
    "批准",
    "同意",
    "符合",
    "准予",
    "approved",
    "accepted",
    "granted",
    "positive",
    "pass",
    "passed",
  ].map((word) => [word, true] as const),
  ...["不通过", "未通过", "没通过", "不合格", "不批准", "未批准", "不同意", "不符合", "拒绝", "驳回", "不予批准"].map(
    (word) => [word, false] as const,
  ),
  ...["denied", "rejected", "refused", "not approved", "declined", "negative", "fail", "failed"].map(
    (word) => [word, false] as const,
  ),
]);

function verdictOf(text: string): boolean | null {
  const plain = text.replace(/\.0$/, "");
  return truthOf(plain) ?? verdicts.get(inSimplified(textKey(plain))) ?? null;
}
