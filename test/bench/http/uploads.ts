import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { portfolio } from "../../../src/demo/portfolio.ts";
import { atMost, median, quantile } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { writeJMeterFile } from "../jmeter-file.ts";
import { password } from "../large/demonstration.ts";
import { Client } from "./clients.ts";
import { onRecordIn } from "./on-record.ts";
import { portfolioAddresses } from "./portfolio-addresses.ts";
import { signIn, startProduct } from "./server.ts";
import type { Measured } from "./server.ts";

const megabyte = 1e6;
const slug = "flood-gauge-network";

interface Uploading {
  readonly server: Measured;
  readonly client: Client;
  readonly cookie: string;
  readonly paths: readonly string[];
  /** Writes a file of so many megabytes and answers its path. */
  readonly make: (megabytes: number) => Promise<string>;
}

/** While a file comes in, is stored and measured: what readers of pages notice, and how much memory it takes. */
export async function uploadsBench(folders: Folders): Promise<Figure[]> {
  const folder = folders.copy(await folders.large(), "uploads");
  const files = folders.scratch("files");
  const { technologies } = await onRecordIn(folder, [slug]);
  const begins = Date.parse(technologies[0]?.plan?.openedOn ?? "");
  const make = async (megabytes: number): Promise<string> => {
    const path = join(files, `${megabytes}.jtl`);
    await writeJMeterFile(path, megabytes * megabyte, begins + megabytes * 3_600_000);
    return path;
  };
  const server = await startProduct(folder);
  const client = new Client();
  try {
    const cookie = await signIn(server, ownerOf("Flood gauge network"), password);
    const paths = portfolioAddresses(folder).slice(0, 8);
    const uploading = { server, client, cookie, paths, make };
    return [...(await memoryTaken(uploading)), await patience(uploading)];
  } finally {
    await client.stop();
    await server.stop();
  }
}

function ownerOf(name: string): string {
  const scene = portfolio.find((known) => known.name.en === name);
  if (scene === undefined) throw new Error(`The demonstration has no ${name}`);
  return `${scene.planner}@demo.invalid`;
}

/** On a server that has just started: memory that pages have taken before would hide what an upload takes. */
async function memoryTaken({ server, cookie, make, ...looking }: Uploading): Promise<Figure[]> {
  await look({ server, cookie, make, ...looking }, 500);
  const figures: Figure[] = [];
  for (const [size, called] of [
    [30, 30],
    [149, 150],
  ] as const) {
    const path = await make(size);
    await server.ask("highest");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const idle = await server.ask("highest");
    await upload(server, cookie, path);
    const grown = ((await server.ask("highest")) - idle) / megabyte;
    figures.push(atMost(`memory while ${called} MB are handed in, beyond idle`, grown, 100, "MB"));
  }
  return figures;
}

async function patience(uploading: Uploading): Promise<Figure> {
  const { server, cookie, make } = uploading;
  const idle: number[] = [];
  const busy: number[] = [];
  for (const size of [150, 151, 152]) {
    const path = await make(size);
    idle.push(quantile(await look(uploading, 2500), 0.99));
    let over = false;
    const handed = upload(server, cookie, path).finally(() => (over = true));
    const times: number[] = [];
    while (!over) times.push(...(await look(uploading, 250)));
    await handed;
    busy.push(quantile(times, 0.99));
  }
  return atMost("portfolio page's p99 while 150 MB are handed in / idle", median(busy) / median(idle), 3, "ratio");
}

async function look({ server, client, cookie, paths }: Uploading, forMs: number): Promise<readonly number[]> {
  return (await client.run({ url: server.url, paths, cookie, connections: 2, forMs, pauseMs: 4 })).times;
}

/** Hands a file in as a browser does; answers when the server has stored and measured it. */
async function upload({ url }: Measured, cookie: string, path: string): Promise<void> {
  const form = new FormData();
  form.set("commandId", randomUUID());
  form.set("title", "Load test");
  form.set("files", await openAsBlob(path), "results.jtl");
  const answer = await fetch(`${url}/technologies/${slug}/evidence`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: url },
    body: form,
  });
  if (answer.status !== 303)
    throw new Error(`The upload was answered ${answer.status}: ${(await answer.text()).slice(0, 3000)}`);
}
