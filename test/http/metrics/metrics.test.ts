import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import type { Costs } from "../../../src/http/middleware/costs.ts";
import { openMetrics } from "../../../src/http/metrics/metrics.ts";
import type { Metrics } from "../../../src/http/metrics/metrics.ts";
import { openMetricsPort } from "../../../src/http/metrics/own-port.ts";
import { browser, startSite } from "../../support/http.ts";
import type { Browser, Site } from "../../support/http.ts";

const token = "a-token-of-thirty-two-characters";

let site: Site;
let asked: Browser;
let metrics: Metrics;
let costs: Costs;
beforeAll(async () => {
  site = await startSite({
    metrics: { kind: "token", token },
    trustedProxies: 1,
    securityContact: "mailto:safe@example.org",
  });
  metrics = (await openMetrics(site.services.config))!;
  const app = createApp(site.services, site.services.config, { metrics });
  costs = app.locals["costs"] as Costs;
  asked = browser(app);
});
afterAll(() => site.stop());

const scrape = async (): Promise<string> => (await asked.get("/metrics", { Authorization: `Bearer ${token}` })).html;

/** The value of one line: a name, and labels in any order. */
function valueOf(scraped: string, name: string, ...labels: readonly string[]): number | undefined {
  const line = scraped
    .split("\n")
    .find(
      (text) =>
        (text.startsWith(`${name} `) || text.startsWith(`${name}{`)) && labels.every((label) => text.includes(label)),
    );
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

describe("/metrics", () => {
  it("is no address to whoever has not the token, nor where none is configured", async () => {
    expect((await asked.get("/metrics")).status).toBe(404);
    expect((await asked.get("/metrics", { Authorization: `Bearer ${token}x` })).status).toBe(404);
    expect((await site.browser().get("/metrics", { Authorization: `Bearer ${token}` })).status).toBe(404);
    expect(await openMetrics({ metrics: null })).toBeNull();
  });

  it("counts requests by the template of their address and the class of their status, never by what stands in it", async () => {
    await asked.get("/sign-in");
    await asked.get("/link/a-secret-token");
    await asked.get("/no/such/secret-page");
    await asked.get("/api/v1/technologies/a-secret-name/evidence");
    const scraped = await scrape();
    expect(valueOf(scraped, "touchstone_http_requests_total", 'route="/sign-in"', 'method="GET"', 'status="2xx"')).toBe(
      1,
    );
    expect(scraped).toContain('route="/link/:token"');
    expect(scraped).toContain('route="unmatched"');
    expect(scraped).toContain('route="/api/v1/technologies/:slug/evidence"');
    expect(scraped).not.toContain("secret");
    expect(valueOf(scraped, "touchstone_http_request_seconds_count", 'route="/sign-in"')).toBe(1);
  });

  it("says what waits to be sent, for how long, and how the tasks that send it ended", async () => {
    const { services, time } = site;
    const mail = { person: "somebody", purpose: "urgent", span: "a", subject: "A", text: "a", html: "a" } as const;
    await services.outbox.add(mail, [], { open: null, looked: null });
    await services.webhooks.create({ name: "Desk", url: "https://desk.example", types: [], madeBy: "a", position: 0 });
    const [hook] = await services.webhooks.all();
    await services.webhooks.queue({ id: hook?.id ?? "", position: 0 }, [1, 2], 2);
    time.now += 90_000;
    services.upkeep.note("mails", "wrong");
    services.upkeep.note("webhooks", "well");
    const scraped = await scrape();
    expect(valueOf(scraped, "touchstone_outbox_mails", 'status="waiting"')).toBe(1);
    expect(valueOf(scraped, "touchstone_outbox_mails", 'status="dead"')).toBe(0);
    expect(valueOf(scraped, "touchstone_outbox_oldest_due_seconds")).toBeCloseTo(90, 3);
    expect(valueOf(scraped, "touchstone_webhook_deliveries", 'status="waiting"')).toBe(2);
    expect(valueOf(scraped, "touchstone_webhook_oldest_due_seconds")).toBeCloseTo(90, 3);
    expect(valueOf(scraped, "touchstone_task_failures_total", 'task="mails"')).toBe(1);
    expect(valueOf(scraped, "touchstone_task_last_success_timestamp_seconds", 'task="webhooks"')).toBeCloseTo(
      time.now / 1000,
      3,
    );
    expect(valueOf(scraped, "touchstone_task_last_success_timestamp_seconds", 'task="shipping"')).toBeUndefined();
  });

  it("says where the ledger stands, that nothing lags, and how the sweep went", async () => {
    const { services } = site;
    services.upkeep.note("sweep", "well");
    services.upkeep.note("sweep", "wrong");
    await services.views.catchUp();
    const scraped = await scrape();
    const { position } = await services.ledger.head();
    expect(position).toBeGreaterThan(0);
    expect(valueOf(scraped, "touchstone_ledger_position")).toBe(position);
    expect(valueOf(scraped, "touchstone_views_lag_entries")).toBe(0);
    expect(valueOf(scraped, "touchstone_task_failures_total", 'task="sweep"')).toBe(1);
    expect(valueOf(scraped, "touchstone_task_last_success_timestamp_seconds")).toBeCloseTo(site.time.now / 1000, 3);
    expect(valueOf(scraped, "touchstone_ledger_commits_total")).toBe(services.ledger.lockWaits.commits);
    expect(services.ledger.lockWaits.commits).toBeGreaterThan(0);
    for (const name of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes", "touchstone_threads"])
      expect(valueOf(scraped, name), name).toBeGreaterThanOrEqual(0);
  });

  it("says what runs and what waits", async () => {
    const [first, second] = [await costs.take("measurement", "ann"), costs.take("measurement", "ann")];
    const scraped = await scrape();
    expect(valueOf(scraped, "touchstone_turns", 'cost="measurement"', 'state="running"')).toBe(1);
    expect(valueOf(scraped, "touchstone_turns", 'cost="measurement"', 'state="waiting"')).toBe(1);
    first();
    (await second)();
  });

  it("is well formed: each figure has its help and type once, and no line twice", async () => {
    const lines = (await scrape()).split("\n").filter((line) => line !== "");
    const series = lines.filter((line) => !line.startsWith("#")).map((line) => line.slice(0, line.lastIndexOf(" ")));
    expect(new Set(series).size).toBe(series.length);
    const kinds = lines.filter((line) => line.startsWith("# TYPE")).map((line) => line.split(" ")[2]);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const name of kinds.filter((kind) => kind?.startsWith("touchstone_"))) expect(name).toMatch(/^[a-z_]+$/);
  });

  it("answers on a port of its own without a token, and nothing else there", async () => {
    const port = await openMetricsPort(metrics, { services: site.services, costs }, { host: "127.0.0.1", port: 0 });
    expect(await onPort(port.port, "/metrics")).toMatch(/^200 [^]*touchstone_ledger_position \d/);
    expect(await onPort(port.port, "/technologies")).toBe("404 ");
    await port.close();
  });
});

const onPort = (port: number, path: string): Promise<string> =>
  new Promise((resolve) => {
    request({ port, path, host: "127.0.0.1" }, (answer) => {
      resolve(text(answer).then((body) => `${answer.statusCode} ${body}`));
    }).end();
  });

describe("TOUCHSTONE_METRICS", () => {
  it.each([
    ["127.0.0.1:9464", { kind: "port", host: "127.0.0.1", port: 9464 }],
    ["[::1]:9464", { kind: "port", host: "::1", port: 9464 }],
    [token, { kind: "token", token }],
  ])("%s", (text, access) => {
    expect(readConfig({ TOUCHSTONE_METRICS: text }).metrics).toEqual(access);
  });

  it.each(["0.0.0.0:9464", "true", "short-token", "127.0.0.1:99999"])("refuses %s", (text) => {
    expect(() => readConfig({ TOUCHSTONE_METRICS: text })).toThrow("TOUCHSTONE_METRICS: must be");
  });
});

it("says whom to tell of a weakness where that is configured, and believes no number where no proxy is", async () => {
  const { status, html } = await asked.get("/.well-known/security.txt");
  expect(status).toBe(200);
  expect(html).toMatch(/^Contact: mailto:safe@example\.org\nExpires: \d{4}-\d\d-\d\dT/);
  const other = await startSite();
  const answered = await other.browser().get("/sign-in", { "X-Request-Id": "from-anybody-17" });
  expect(answered.headers["x-request-id"]).not.toBe("from-anybody-17");
  expect((await other.browser().get("/.well-known/security.txt")).status).toBe(404);
  await other.stop();
});

it("tells on every page of an error which number to quote", async () => {
  const page = await asked.get("/no/such/page", { "X-Request-Id": "proxy-number-17" });
  expect(page.headers["x-request-id"]).toBe("proxy-number-17");
  expect(page.text).toContain("Quote this number if you ask about it");
  expect(page.text).toContain("proxy-number-17");
  const problem = await asked.get("/no/such/page", {
    "X-Request-Id": "proxy-number-17",
    Accept: "application/problem+json",
  });
  expect(JSON.parse(problem.html)).toMatchObject({ status: 404, instance: "/requests/proxy-number-17" });
});
