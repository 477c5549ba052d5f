const words = new Set([
  ...["total", "totals", "grand total", "sum", "aggregate", "aggregated", "overall", "all", "all requests", "summary"],
  ...["average", "avg", "mean", "median", "min", "minimum", "max", "maximum", "subtotal"],
  ...[
    "合计",
    "总计",
    "总体",
    "总和",
    "汇总",
    "小计",
    "全部",
    "平均",
    "平均值",
    "均值",
    "中位数",
    "最大值",
    "最小值",
    "總計",
    "合計",
    "總體",
    "彙總",
    "平均值",
  ],
  ...[
    "gesamt",
    "summe",
    "mittelwert",
    "durchschnitt",
    "moyenne",
    "somme",
    "promedio",
    "media",
    "totale",
    "итого",
    "всего",
  ],
]);

/** Whether the cell says that its row sums up the others. */
export function namesSummary(cell: string): boolean {
  const plain = cell
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s:：*]+$/, "");
  return words.has(plain);
}
