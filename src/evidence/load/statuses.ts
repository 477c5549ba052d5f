/** How often each HTTP status came, and each error that had none, of the lists that hey and tools of its kind print. */
export interface Statuses {
  readonly answers: number;
  /** Neither 2xx nor 3xx. */
  readonly refused: number;
  readonly errors: readonly { readonly text: string; readonly count: number }[];
}

/** Answers by HTTP status: all of them, and those that are neither 2xx nor 3xx. */
export function byStatus(counts: Iterable<readonly [status: number, count: number]>): {
  readonly answers: number;
  readonly refused: number;
} {
  let answers = 0;
  let refused = 0;
  for (const [status, count] of counts) {
    answers += count;
    if (status < 200 || status > 399) refused += count;
  }
  return { answers, refused };
}

/** “Status code distribution:” with [200] 9980 responses, and “Error distribution:” with [5] what went wrong. */
export function printedStatuses(text: string): Statuses {
  const statuses = [...text.matchAll(/^[ \t]{0,20}\[(\d{3})\]\s{1,20}(\d{1,15}) responses\s*$/gm)];
  const errors = /^[ \t]{0,20}Error distribution:[ \t]*$([\s\S]*)/m.exec(text)?.[1] ?? "";
  return {
    ...byStatus(statuses.map(([, status, count]) => [Number(status), Number(count)])),
    errors: [...errors.matchAll(/^[ \t]{0,20}\[(\d{1,15})\]\s{1,20}(\S.*)$/gm)].map(([, count, what = ""]) => ({
      text: what.trim(),
      count: Number(count),
    })),
  };
}

export const sumOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
