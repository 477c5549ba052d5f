/** Solution x of a square system A·x = b by Gauss-Jordan with the largest pivot; undefined where A is singular. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let column = 0; column < rows.length; column++) {
    const pivotRow = rows.slice(column).reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    const pivot = pivotRow[column] ?? 0;
    if (pivot === 0 || !Number.isFinite(pivot)) return undefined;
    const at = rows.indexOf(pivotRow);
    rows[at] = rows[column] ?? pivotRow;
    const scaled = pivotRow.map((x) => x / pivot);
    rows[column] = scaled;
    rows.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i !== column) rows[i] = row.map((x, j) => x - factor * (scaled[j] ?? 0));
    });
  }
  return rows.map((row) => row.at(-1) ?? Number.NaN);
}
