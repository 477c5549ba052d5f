import { atMost, noted } from "../figure.ts";
import type { Figure } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { password } from "../large/demonstration.ts";
import { busyEmail } from "../large/folder.ts";
import { Client } from "./clients.ts";
import { gatePaths } from "./gates.ts";
import { emails } from "./people.ts";
import { portfolioAddresses } from "./portfolio-addresses.ts";
import { signIn, startProduct } from "./server.ts";
import type { Measured } from "./server.ts";

const megabyte = 1e6;

/** Resident memory of a server on the large folder: after its first page, after ten thousand requests, and after more. */
export async function memoryBench(folders: Folders): Promise<Figure[]> {
  const folder = folders.copy(await folders.large(), "memory");
  // What a first start has to write is no part of being idle.
  await (await startProduct(folder)).stop();
  const server = await startProduct(folder);
  const client = new Client();
  try {
    await (await fetch(`${server.url}/sign-in`)).text();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const idle = (await server.ask("memory")) / megabyte;
    const many = await mixed(client, server, folder);
    await many(10_000);
    const after = (await server.ask("memory")) / megabyte;
    await many(20_000);
    const later = (await server.ask("memory")) / megabyte;
    return [
      atMost("resident memory, idle", idle, 170, "MB"),
      atMost("resident memory after 10,000 mixed requests", after, 260, "MB"),
      noted("resident memory after 20,000 more", later, "MB"),
      atMost("after 20,000 more / after 10,000", later / after, 1.1, "ratio"),
    ];
  } finally {
    await client.stop();
    await server.stop();
  }
}

/** Pages of many kinds and many technologies, of an approver and of the planner for whom most waits. */
async function mixed(client: Client, server: Measured, folder: string) {
  const approver = await signIn(server, emails.approver, password);
  const busy = await signIn(server, busyEmail, password);
  const technologies = Array.from({ length: 400 }, (_, n) => (n % 2 === 0 ? `copy-${31 + n}` : `tie-${n * 200}`));
  const pages = ["", "/history", "/evidence", "/incidents", "/proposal", "/plan"];
  const paths = [
    ...portfolioAddresses(folder),
    ...gatePaths,
    ...technologies.map((slug, n) => `/technologies/${slug}${pages[n % pages.length] ?? ""}`),
    "/work",
    "/ledger",
    "/policy",
    "/methods",
  ];
  return async (requests: number): Promise<void> => {
    const common = { url: server.url, connections: 4, forMs: 1_800_000, requests: requests / 2 };
    await client.run({ ...common, paths, cookie: approver });
    await client.run({ ...common, paths: paths.filter((path) => !path.includes("/gates/")), cookie: busy });
  };
}
