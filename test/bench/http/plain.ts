import { nextMessage, startChild } from "./child.ts";
import { Measured } from "./server.ts";

/** @param folder for its database, on the same disk as what it is held against. */
export async function startPlain(folder: string): Promise<Measured> {
  const child = startChild("plain-server.ts", [folder]);
  return new Measured(child, (await nextMessage(child)) as string);
}

/** Pages of its list from its beginning to its end. */
export const plainPaths: readonly string[] = Array.from({ length: 40 }, (_, n) => `/items?after=${n * 2450}`);
