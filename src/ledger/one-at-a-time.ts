/** What work holds while it runs: a file by its digest, a stream by its name, anything else by itself. */
type Touched = string | object;

const busy = new Map<Touched, Promise<void>>();

/**
 * Runs work that touches these after whatever else is doing so. Read models catch up from where the run before ended; an upload that is refused
 * takes its file away again, which must never be the file of another upload of the same bytes that was accepted meanwhile.
 * Whoever holds files may go on to a stream, never the other way round.
 */
export async function oneAtATime<T>(touched: readonly Touched[], work: () => Promise<T>): Promise<T> {
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
