import { median } from "../figure.ts";
import type { Client } from "./clients.ts";
import type { Load } from "./client.ts";
import type { Measured } from "./server.ts";

/** One kind of request to one server. */
export interface Asked {
  readonly server: Measured;
  readonly load: Omit<Load, "url" | "forMs" | "connections">;
}

/** How long each kind is asked for in a round. */
export interface Pace {
  readonly rounds: number;
  readonly forMs: number;
}

/**
 * Ms of the server's CPU a request, of each kind: medians of rounds taken in turns, so that what else the machine does
 * meets all of them. Every kind is asked for beforehand, until it is warm.
 */
export async function cpuOfEach(
  client: Client,
  kinds: readonly Asked[],
  { rounds, forMs }: Pace = { rounds: 3, forMs: 250 },
): Promise<number[]> {
  const found: number[][] = kinds.map(() => []);
  for (const kind of kinds) await run(client, kind, 2 * forMs);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, kind] of kinds.entries()) found[at]?.push(await run(client, kind, forMs));
  return found.map(median);
}

async function run(client: Client, { server, load }: Asked, ms: number): Promise<number> {
  const { cpu, result } = await server.cpuOf(() => client.run({ ...load, url: server.url, forMs: ms, connections: 2 }));
  return cpu / result.requests;
}
