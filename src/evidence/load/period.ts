/** From the first start to the last end of runs that say when they were, in epoch milliseconds; nothing where one does not. */
export function runPeriod(runs: readonly { readonly from?: number | undefined; readonly to?: number | undefined }[]): {
  from?: string;
  to?: string;
} {
  const from = Math.min(...runs.map((run) => run.from ?? NaN));
  const to = Math.max(...runs.map((run) => run.to ?? NaN));
  if (!Number.isFinite(from) || !Number.isFinite(to)) return {};
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
