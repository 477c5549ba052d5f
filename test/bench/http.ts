import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atLeast, atMost, median } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { filledCopy, prepareFolder } from "./http/folder.ts";
import type { Prepared } from "./http/folder.ts";
import { Client, Server, upload } from "./http/processes.ts";
import { writeJMeterFile } from "./jmeter-file.ts";

const megabyte = 1e6;
const rounds = 9;
const forMs = 700;
const connections = 8;

/** Pages over HTTP, servers and client in processes of their own: rates side by side in turns, medians of the rounds. */
export async function httpBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-bench-"));
  const client = new Client();
  try {
    const base = join(folder, "base");
    const prepared = await prepareFolder(base);
    const [large, small] = [
      filledCopy(base, join(folder, "large"), 100_000),
      filledCopy(base, join(folder, "small"), 1000),
    ];
    const ratesOf = (many: Server, few: Server) => rates(client, many, few, prepared);
    const figures = await withServer(large, (many) => withServer(small, (few) => ratesOf(many, few)));
    // A server that has just started: memory that pages have taken before would hide what an upload takes.
    return [...figures, ...(await withServer(large, (server) => uploads(client, server, prepared, folder)))];
  } finally {
    client.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function withServer<T>(folder: string, use: (server: Server) => Promise<T>): Promise<T> {
  const server = await Server.start(folder);
  try {
    return await use(server);
  } finally {
    server.stop();
  }
}

async function rates(client: Client, large: Server, small: Server, prepared: Prepared): Promise<Figure[]> {
  const portfolio = await visit(client, large, prepared, await portfolioPaths(large, prepared));
  const fewer = await visit(client, small, prepared, await portfolioPaths(small, prepared));
  const technology = await visit(client, large, prepared, [`/technologies/${prepared.long}`]);
  for (const one of [portfolio, fewer, technology]) await one.warmUp();
  const list = await ratios(portfolio.page, portfolio.frozen);
  const scale = await ratios(portfolio.page, fewer.page);
  const single = await ratios(technology.page, technology.frozen);
  return [
    atLeast("portfolio page, 50 of 100,000 / the same from a frozen view model", list, 0.4),
    atLeast("portfolio page at 100,000 technologies / at 1,000", scale, 0.9),
    atLeast("technology page with 300 events / the same from a frozen view model", single, 0.35),
  ];
}

type Rate = () => Promise<number>;

/** The pages as they are and from their frozen view models; both have been asked for already. */
async function visit(client: Client, server: Server, { planner, password }: Prepared, paths: readonly string[]) {
  const cookie = await server.signIn(planner, password);
  for (const path of paths) await server.page(frozen(path, "keep"), cookie);
  const rate =
    (list: readonly string[]): Rate =>
    async () =>
      (await client.run({ url: server.url, paths: list, cookie, connections, forMs, pauseMs: 0 })).perSecond;
  const [page, still] = [rate(paths), rate(paths.map((path) => frozen(path, "show")))];
  return {
    page,
    frozen: still,
    warmUp: async () => {
      for (const one of [page, still, page, still]) await one();
    },
  };
}

const frozen = (path: string, mode: "keep" | "show"): string =>
  `${path}${path.includes("?") ? "&" : "?"}frozen=${mode}`;

/** Taken in turns, so that what else the machine does meets both. */
async function ratios(one: Rate, other: Rate): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [await one(), await other()] : [await other(), await one()].reverse();
    found.push((first ?? NaN) / (second ?? NaN));
  }
  return median(found);
}

/** Filtered and sorted in several ways, the first and a later page of each. */
async function portfolioPaths(server: Server, { planner, password }: Prepared): Promise<string[]> {
  const cookie = await server.signIn(planner, password);
  const first = [
    "stage=piloting&sort=name",
    "stage=evaluating",
    "stage=adopted&sort=updated",
    "stage=piloting&state=late",
    "department=transport&sort=name",
    "department=water",
  ];
  const paths: string[] = [];
  for (const query of first) {
    const path = `/technologies?${query}`;
    const html = await server.page(path, cookie);
    const next = /href="(\/technologies\?[^"]*\bafter=[^"]*)"/.exec(html)?.[1];
    paths.push(
      path,
      ...(next === undefined || query.startsWith("department")
        ? []
        : [next.replaceAll("&amp;", "&").replaceAll("&#x3D;", "=")]),
    );
  }
  return paths;
}

/** While a 150 MB file comes in, is stored and measured: what readers of pages notice, and how much memory it takes. */
async function uploads(client: Client, server: Server, prepared: Prepared, folder: string): Promise<Figure[]> {
  const { planner, password, piloting } = prepared;
  const cookie = await server.signIn(planner, password);
  const paths = await portfolioPaths(server, prepared);
  const make = async (megabytes: number): Promise<string> => {
    const path = join(folder, `${megabytes}.jtl`);
    await writeJMeterFile(path, megabytes * megabyte, Date.parse(piloting.startedOn) + megabytes * 3_600_000);
    return path;
  };
  const look = async (forMs: number): Promise<readonly number[]> =>
    (await client.run({ url: server.url, paths, cookie, connections: 2, forMs, pauseMs: 4 })).times;
  await look(500);
  const grown: number[] = [];
  for (const size of [30, 149]) {
    const path = await make(size);
    await server.highest();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const idle = await server.highest();
    await upload(server, cookie, piloting.slug, path);
    grown.push(((await server.highest()) - idle) / megabyte);
  }
  const idle: number[] = [];
  const busy: number[] = [];
  for (const size of [150, 151, 152]) {
    const path = await make(size);
    idle.push(p99(await look(2500)));
    let over = false;
    const uploading = upload(server, cookie, piloting.slug, path).finally(() => (over = true));
    const times: number[] = [];
    while (!over) times.push(...(await look(250)));
    await uploading;
    busy.push(p99(times));
  }
  return [
    atMost("memory while 30 MB are handed in, beyond idle", grown[0] ?? NaN, 100, "MB"),
    atMost("memory while 150 MB are handed in, beyond idle", grown[1] ?? NaN, 100, "MB"),
    atMost("portfolio page's p99 while 150 MB are handed in / idle", median(busy) / median(idle), 3, "ratio"),
  ];
}

function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN;
}
