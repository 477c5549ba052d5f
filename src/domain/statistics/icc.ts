/**
 * Intraclass correlations of k judges who all rated the same n targets (rows), no rating missing, n ≥ 2 and k ≥ 2:
 * (2,1) and (2,k) for judges drawn from many, the others for comparison. Source: Shrout & Fleiss 1979, Psychol Bull 86:420.
 */
export function intraclassCorrelation(targetsByJudges: readonly (readonly number[])[]) {
  const n = targetsByJudges.length;
  const k = targetsByJudges[0]?.length ?? 0;
  if (n < 2 || k < 2 || targetsByJudges.some((row) => row.length !== k)) {
    throw new RangeError("Ratings are a full table of at least two targets and two judges");
  }
  const { between, within, judges, error } = meanSquares(targetsByJudges, n, k);
  return {
    MS_between: between,
    MS_within: within,
    MS_judges: judges,
    MS_error: error,
    ICC11: (between - within) / (between + (k - 1) * within),
    ICC21: (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n),
    ICC31: (between - error) / (between + (k - 1) * error),
    ICC1k: (between - within) / between,
    ICC2k: (between - error) / (between + (judges - error) / n),
    ICC3k: (between - error) / between,
  };
}

/** Two-way analysis of variance without replication. */
function meanSquares(table: readonly (readonly number[])[], n: number, k: number) {
  const mean = (x: readonly number[]): number => x.reduce((sum, v) => sum + v, 0) / x.length;
  const rows = table.map(mean);
  const columns = Array.from({ length: k }, (_, j) => mean(table.map((row) => row[j] ?? 0)));
  const grand = mean(rows);
  const squares = (x: readonly number[]): number => x.reduce((sum, v) => sum + (v - grand) ** 2, 0);
  const [ssRows, ssColumns, ssTotal] = [k * squares(rows), n * squares(columns), squares(table.flat())];
  return {
    between: ssRows / (n - 1),
    within: (ssTotal - ssRows) / (n * (k - 1)),
    judges: ssColumns / (k - 1),
    error: (ssTotal - ssRows - ssColumns) / ((n - 1) * (k - 1)),
  };
}
