import { atLeast, atMost, median, noted, quantile } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { password } from "../large/demonstration.ts";
import { Client } from "./clients.ts";
import { gatePaths } from "./gates.ts";
import { emails } from "./people.ts";
import { signIn, startProduct } from "./server.ts";

const rounds = 5;
const forMs = 1500;

/**
 * Two read the portfolio as fast as they can while four others reload gates, each twenty times a second, which is faster
 * than anybody does: without a pause four of six would have their share of the server however cheap a gate is.
 */
const between = 50;

/** What looking at gates takes from those who read the portfolio. */
export async function readersBench(folders: Folders): Promise<Figure[]> {
  const server = await startProduct(folders.copy(await folders.large(), "readers"));
  const [readers, others] = [new Client(), new Client()];
  try {
    const reads = {
      url: server.url,
      paths: ["/technologies?sort=name", "/technologies?stage=evaluating", "/technologies?stage=piloting&sort=updated"],
      cookie: await signIn(server, emails.planner, password),
      connections: 2,
    };
    const cookie = await signIn(server, emails.approver, password);
    const reloads = { url: server.url, paths: gatePaths, cookie, connections: 4, pauseMs: between };
    for (const warm of [reads, reloads]) await readers.run({ ...warm, forMs: 2000 });
    const rates: number[] = [];
    const alone: number[] = [];
    const meanwhile: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const still = await readers.run({ ...reads, forMs });
      const reloading = others.run({ ...reloads, forMs });
      const busy = await readers.run({ ...reads, forMs });
      await reloading;
      rates.push(busy.perSecond / still.perSecond);
      alone.push(...still.times);
      meanwhile.push(...busy.times);
    }
    return [
      noted("portfolio readers alone, all but one in a hundred within", quantile(alone, 0.99), "ms"),
      atLeast("portfolio readers while four others reload gates / alone", median(rates), 0.5),
      atMost("the same, p99", quantile(meanwhile, 0.99) / quantile(alone, 0.99), 3, "ratio"),
    ];
  } finally {
    for (const running of [server, readers, others]) await running.stop();
  }
}
