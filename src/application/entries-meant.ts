import type { Ledger } from "../ledger/port.ts";

const mostMeant = 5;

/** The entry of that number first, then those whose hash begins so; spaces and capitals of a printed hash do not count. */
export async function entriesMeant(ledger: Ledger, typed: string): Promise<readonly number[]> {
  const text = typed.replace(/\s+/g, "").toLowerCase();
  const { position: last } = await ledger.head();
  const number = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  const hashed = await ledger.hashed(text, mostMeant);
  return [...(number >= 1 && number <= last ? [number] : []), ...hashed.filter((position) => position !== number)];
}
