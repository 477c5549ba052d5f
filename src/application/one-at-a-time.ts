const busy = new Map<string, Promise<void>>();

/**
 * Runs work that touches these files (by digest) or streams after whatever else is doing so: an upload that is refused
 * takes its file away again, which must never be the file of another upload of the same bytes that was accepted meanwhile.
 * Whoever holds files may go on to a stream, never the other way round.
 */
export async function oneAtATime<T>(touched: readonly string[], work: () => Promise<T>): Promise<T> {
  const names = [...new Set(touched)];
  const before = Promise.all(names.map((name) => busy.get(name) ?? Promise.resolve()));
  const mine = before.then(work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  for (const name of names) busy.set(name, settled);
  try {
    return await mine;
  } finally {
    for (const name of names) if (busy.get(name) === settled) busy.delete(name);
  }
}
