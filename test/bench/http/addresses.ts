import type { Address } from "../../../src/http/addresses.ts";
import { portfolio } from "../../../src/demo/portfolio.ts";
import { atLeast, atMost, least, median, most } from "../figure.ts";
import type { Figure, Named } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { createBrakes } from "./brakes.ts";
import type { Brakes } from "./brakes.ts";
import { Client } from "./clients.ts";
import { cpuOfEach } from "./cost.ts";
import type { Asked } from "./cost.ts";
import { onRecordIn } from "./on-record.ts";
import { addressesToLookAt } from "./routes.ts";
import { pageOf, startProduct } from "./server.ts";
import { visitorsOf } from "./visitors.ts";
import { ask, headersOf, highestStatus, placeOf, visitTo } from "./visits.ts";
import type { Site, Visit } from "./visits.ts";

/** Files of everything on record, however much that is: held against the bytes they send, and nobody waits for their end. */
const files: readonly string[] = ["/ledger/export.jsonl", "/administration.csv"];

/** Where people, all of whom may be meant, are chosen from. */
const choosesPeople: readonly string[] = [
  "/technologies/new",
  "/technologies/:slug/proposal/revision",
  "/technologies/:slug/evaluation/evaluators",
  "/technologies/:slug/gates/:gate/conditions",
  "/account",
  "/people",
  "/people/new",
  "/people/:person",
  "/ledger",
  "/administration",
];

/** Every address that can be looked at, on the large folder against the small one. */
export async function addressesBench(folders: Folders): Promise<Figure[]> {
  const addresses = addressesToLookAt();
  const folder = folders.copy(await folders.large(), "addresses-large");
  const large = await siteOf(folder);
  const small = await siteOf(folders.copy(await folders.small(), "addresses-small"));
  const client = new Client();
  try {
    const brakes = createBrakes();
    const visits = await visitsTo(small, addresses, brakes);
    const missing = addresses.map(({ path }) => path).filter((path) => !visits.some(({ route }) => route === path));
    const figures = [
      atMost("addresses without a figure", missing.length, 0, "addresses", missing.join(" ")),
      ...(await flatness(client, [large, small], visits, brakes)),
      ...(await weights(large, visits)),
    ];
    await large.server.stop();
    return [...figures, await firstAnswers(folder, large, visits)];
  } finally {
    for (const running of [large.server, small.server, client]) await running.stop();
  }
}

/** As the demonstration's addresses are made from names; the one with most to show first. */
const slugs = new Set([
  "permit-reply-assistant",
  "listed-needs",
  ...portfolio.map(({ name }) => name.en.toLowerCase().replace(/[^a-z0-9]+/g, "-")),
]);

async function siteOf(folder: string): Promise<Site> {
  const record = await onRecordIn(folder, [...slugs]);
  const server = await (await startProduct(folder)).quiet();
  const visitors = await visitorsOf(server);
  const asset = /href="(\/assets\/[^"]+\.css)"/.exec(await pageOf(server, "/sign-in", ""))?.[1] ?? "";
  return { server, record, visitors, asset };
}

async function visitsTo(site: Site, addresses: readonly Address[], brakes: Brakes): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const address of addresses) {
    const visit = await visitTo(site, address, brakes);
    if (visit !== null) visits.push(visit);
  }
  return visits;
}

const pace = { rounds: 5, forMs: 120 };

/** What a page costs at a hundred thousand technologies and five thousand people. */
async function flatness(
  client: Client,
  [large, small]: [Site, Site],
  visits: readonly Visit[],
  brakes: Brakes,
): Promise<Figure[]> {
  const pages = visits.filter(({ route }) => !files.includes(route));
  // Once to become warm and then in every round.
  const most = brakes.inARound(pages, pace.rounds + 1);
  const kinds = pages.flatMap((visit) => [asked(large, visit, most(visit)), asked(small, visit, most(visit))]);
  const costs = await cpuOfEach(client, kinds, pace);
  const ratios = pages.map(({ route: which }, at): Named => {
    const [many = NaN, few = NaN] = costs.slice(2 * at, 2 * at + 2);
    return { which, value: few / many };
  });
  for (const visit of visits.filter(({ route }) => files.includes(route)))
    ratios.push({ which: visit.route, value: (await perByte(small, visit)) / (await perByte(large, visit)) });
  const worst = least(ratios);
  return [
    atLeast("any address, large / small", worst.value, 0.8, "ratio", worst.which),
    ...ratios.map(({ which, value }) => atLeast(`GET ${which}, large / small`, value, 0.8)),
  ];
}

function asked(site: Site, visit: Visit, most: number): Asked {
  const load = {
    paths: [placeOf(site, visit)],
    cookie: "",
    headers: headersOf(site, visit),
    highest: highestStatus(visit),
    ...(most < Infinity && { requests: most }),
  };
  return { server: site.server, load };
}

async function perByte(site: Site, visit: Visit): Promise<number> {
  const { cpu, result } = await site.server.cpuOf(() => ask(site, visit));
  return cpu / result.bytes;
}

async function weights(large: Site, visits: readonly Visit[]): Promise<Figure[]> {
  const found: Named[] = [];
  for (const visit of visits.filter(({ route }) => choosesPeople.includes(route)))
    found.push({ which: visit.route, value: (await ask(large, visit)).bytes / 1000 });
  const heaviest = most(found);
  return [atMost("form or filter with people, bytes", heaviest.value, 40, "kB", heaviest.which)];
}

const starts = 3;

/** How long a page takes the first time a server is asked for it: of three that have just started the one in the middle. */
async function firstAnswers(folder: string, large: Site, visits: readonly Visit[]): Promise<Figure> {
  const pages = visits.filter(({ route }) => !files.includes(route));
  const times = pages.map((): number[] => []);
  for (let start = 0; start < starts; start += 1) {
    const server = await startProduct(folder);
    for (const [at, visit] of pages.entries()) times[at]?.push((await ask({ ...large, server }, visit)).ms);
    await server.stop();
  }
  const worst = most(pages.map(({ route: which }, at) => ({ which, value: median(times[at] ?? []) })));
  return atMost("first answer, worst page on the large folder", worst.value, 300, "ms", worst.which);
}
