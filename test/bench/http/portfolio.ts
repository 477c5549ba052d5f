import { setTimeout } from "node:timers/promises";
import { atLeast, atMost, least, median, most, noted } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { cpuOfEach } from "./cost.ts";
import type { Asked } from "./cost.ts";
import { plainPaths } from "./plain.ts";
import { depthsOf, otherLooks, portfolioAddresses } from "./portfolio-addresses.ts";
import type { Stage } from "./pages.ts";
import { pageOf } from "./server.ts";

/**
 * The portfolio against the plain list of the same run, by what a request costs the server: requests a CPU second, which
 * what else the machine does leaves alone. Of all filters, sorts and depths the worst counts.
 */
export async function portfolioFigures(stage: Stage): Promise<Figure[]> {
  const { plain, large } = stage;
  const addresses = portfolioAddresses(large.folder);
  const page = (path: string, acceptEncoding?: string): Asked => ({
    server: large.server,
    load: { paths: [path], cookie: large.planner, ...(acceptEncoding !== undefined && { acceptEncoding }) },
  });
  const yardstick: Asked = { server: plain, load: { paths: plainPaths, cookie: "" } };
  const costs = await cpuOfEach(stage.client, [yardstick, ...addresses.map((path) => page(path))]);
  const looks = await cpuOfEach(
    stage.client,
    otherLooks.map((path) => page(path)),
  );
  const plainCost = costs[0] ?? NaN;
  const ratios = addresses.map((which, at) => ({ which, value: plainCost / (costs[at + 1] ?? NaN) }));
  const costOf = new Map(addresses.map((path, at) => [path, costs[at + 1] ?? NaN]));
  const depths = depthsOf(large.folder).map(({ sort, first, deep }) => ({
    which: sort,
    value: (costOf.get(first) ?? NaN) / (costOf.get(deep) ?? NaN),
  }));
  const [worst, deepest] = [least(ratios), least(depths)];
  return [
    ...(await rates(stage)),
    noted("plain list, CPU a request", plainCost, "ms"),
    noted("portfolio, CPU a request, median of all filters, sorts and depths", median(costs.slice(1)), "ms"),
    ...ratios.map(({ which, value }) => noted(`${which} / plain list`, value, "ratio")),
    ...otherLooks.map((which, at) => noted(`${which}, CPU`, looks[at] ?? NaN, "ms")),
    atLeast("portfolio / plain list, requests a CPU second", worst.value, 0.5, "ratio", worst.which),
    ...(await changing(stage)),
    ...(await compressed(stage, addresses, plainCost, page)),
    atLeast("portfolio deep in a tie of 99,000 / its first page", deepest.value, 0.9, "ratio", deepest.which),
  ];
}

/** Over eight connections, by the clock: what the README's table says beside the ratios. */
async function rates({ client, plain, large }: Stage): Promise<Figure[]> {
  const asks = [
    { url: plain.url, paths: plainPaths, cookie: "" },
    { url: large.server.url, paths: portfolioAddresses(large.folder).slice(0, 8), cookie: large.planner },
  ];
  const found: number[][] = asks.map(() => []);
  for (let round = 0; round < 6; round += 1)
    for (const [at, asked] of asks.entries()) {
      const { perSecond } = await client.run({ ...asked, connections: 8, forMs: 600 });
      if (round > 0) found[at]?.push(perSecond);
    }
  const [list = [], portfolio = []] = found;
  return [
    noted("plain list, eight clients", median(list), "requests a second"),
    noted("portfolio, eight clients", median(portfolio), "requests a second"),
  ];
}

/**
 * A page of fifty of which five got an entry since it was last asked for, against the plain list asked for in the same
 * way: once, after the same pause. A single request finds caches cold and is measured with what measuring takes, which
 * asking as fast as one can does not.
 */
async function changing({ client, plain, large }: Stage): Promise<Figure[]> {
  const path = "/technologies?stage=piloting&sort=name";
  const { server, planner: cookie } = large;
  const html = await pageOf(server, path, cookie);
  const slugs = [...html.matchAll(/href="\/technologies\/([a-z0-9-]+)"/g)].map(([, slug]) => slug ?? "");
  const rows = [...new Set(slugs)].filter((slug) => slug !== "new");
  const form = { severity: "4", day: new Date().toISOString().slice(0, 10), time: "", text: "The queue stood still." };
  const costs = { ours: [] as number[], theirs: [] as number[] };
  const once = { connections: 1, forMs: 60_000 };
  for (let round = 0; round < 24; round += 1) {
    const paths = Array.from({ length: 5 }, (_, n) => rows[(5 * round + n) % rows.length] ?? "");
    const written = paths.map((slug) => `/technologies/${slug}/incidents`);
    await client.run({ ...once, url: server.url, cookie, paths: written, form, requests: 5 });
    // What a write makes ready beside the requests is over before the page is asked for.
    await setTimeout(30);
    const asked = { ...once, requests: 1 };
    const ours = await server.cpuOf(() => client.run({ ...asked, url: server.url, cookie, paths: [path] }));
    await setTimeout(30);
    const theirs = await plain.cpuOf(() => client.run({ ...asked, url: plain.url, cookie: "", paths: plainPaths }));
    if (round < 4) continue;
    costs.ours.push(ours.cpu);
    costs.theirs.push(theirs.cpu);
  }
  const [own, list] = [median(costs.ours), median(costs.theirs)];
  return [
    noted("plain list, CPU of a single request after a pause", list, "ms"),
    noted("portfolio where one row in ten changed, CPU", own, "ms"),
    atLeast("portfolio where one row in ten changed / plain list, both asked once", list / own, 0.35),
  ];
}

type Page = (path: string, acceptEncoding?: string) => Asked;

/** What is sent without being compressed has no rate as a compressed page. */
async function compressed({ client, large }: Stage, addresses: readonly string[], plainCost: number, page: Page) {
  const encodings = "gzip, deflate, br, zstd";
  const sent = async (path: string, acceptEncoding: string) =>
    client.run({
      url: large.server.url,
      paths: [path],
      cookie: large.planner,
      connections: 1,
      forMs: 5000,
      requests: 1,
      acceptEncoding,
    });
  const sizes = { plain: [] as { which: string; value: number }[], small: [] as { which: string; value: number }[] };
  let all = true;
  for (const which of addresses) {
    sizes.plain.push({ which, value: (await sent(which, "identity")).bytes / 1000 });
    const { bytes, encoding } = await sent(which, encodings);
    sizes.small.push({ which, value: bytes / 1000 });
    all &&= encoding !== null;
  }
  const costs = await cpuOfEach(
    client,
    addresses.slice(0, 8).map((path) => page(path, encodings)),
  );
  const ratio = all ? plainCost / Math.max(...costs) : 0;
  const [weight, light] = [most(sizes.plain), most(sizes.small)];
  return [
    atLeast("portfolio compressed / plain list, requests a CPU second", ratio, 0.25),
    atMost("portfolio, bytes", weight.value, 60, "kB", weight.which),
    atMost("portfolio, bytes compressed", light.value, 9, "kB", light.which),
  ];
}
