import { atLeast, median, noted } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { password } from "../large/demonstration.ts";
import { Client } from "./clients.ts";
import { emails } from "./people.ts";
import { startPlain } from "./plain.ts";
import { signIn, startProduct } from "./server.ts";

const rounds = 7;
const forMs = 700;
const form = { severity: "4", day: new Date().toISOString().slice(0, 10), time: "", text: "The queue stood still." };

/**
 * A form that is answered once its entry is durable, against a row that Express stores with SQLite FULL on the same disk:
 * by the clock, for the disk is part of it. The technologies take turns, so that none becomes long.
 */
export async function writesBench(folders: Folders): Promise<Figure[]> {
  const server = await startProduct(folders.copy(await folders.large(), "writes"));
  const plain = await startPlain(folders.scratch("plain"));
  const client = new Client();
  try {
    const cookie = await signIn(server, emails.planner, password);
    const some = Array.from({ length: 800 }, (_, n) => n);
    const ours = { url: server.url, paths: some.map((n) => `/technologies/tie-${n}/incidents`), cookie, form };
    const theirs = { url: plain.url, paths: some.map((n) => `/items/${n}/reports`), cookie: "", form };
    const figures: Figure[] = [];
    for (const [connections, goal] of [
      [1, 0.5],
      [16, 0.6],
    ] as const) {
      const rates = { ours: [] as number[], theirs: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        const [one, other] = [
          await client.run({ ...ours, connections, forMs }),
          await client.run({ ...theirs, connections, forMs }),
        ];
        // The first round makes both warm.
        if (round === 0) continue;
        rates.ours.push(one.perSecond);
        rates.theirs.push(other.perSecond);
      }
      const who = `${connections} client${connections === 1 ? "" : "s"}`;
      const ratio = median(rates.ours.map((rate, at) => rate / (rates.theirs[at] ?? NaN)));
      figures.push(
        noted(`plain durable write, ${who}`, median(rates.theirs), "a second"),
        noted(`durable write of a form, ${who}`, median(rates.ours), "a second"),
        atLeast(`durable write of a form / plain durable write, ${who}`, ratio, goal),
      );
    }
    return figures;
  } finally {
    for (const running of [server, plain, client]) await running.stop();
  }
}
