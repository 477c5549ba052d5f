import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import type { Route } from "../../../src/http/routes.ts";
import { addressOf } from "../../support/address-of.ts";
import { password, scenesNamed, startDemo } from "../../support/demo.ts";
import type { DemoSite } from "../../support/demo.ts";
import { browser } from "../../support/http.ts";
import type { Browser, Page } from "../../support/http.ts";

let demo: DemoSite;
let technology: Technology;
let planner: Browser;
let plain: Browser;
beforeAll(async () => {
  demo = await startDemo(scenesNamed("Permit reply assistant"));
  const { views } = demo.services;
  await views.catchUp();
  const row = views.portfolio.page({ sort: "name", limit: 1 }).rows[0]!;
  technology = (await views.technologyState(row.id))!;
  planner = await demo.as("planner");
  // The same house without any piece of a page kept.
  const config = readConfig({}, { dataDir: demo.folder, demo: true });
  plain = browser(createApp(demo.services, config, { keptBytes: 0 }));
  await plain.post("/sign-in", { email: "planner@demo.invalid", password });
}, 120_000);
afterAll(async () => demo.stop());

const pages = (): string[] => {
  const routes = demo.app.locals["routes"] as readonly Route[];
  const person = demo.services.views.people.all()[0]!.id;
  return routes.filter(({ method }) => method === "get").map(({ path }) => addressOf(path, technology, person));
};

/** What is drawn for each page: the id of a form's command, the code of a message that is typed in. */
const drawn = /name="(?:commandId|code)" value="[^"]*"/g;
const html = (page: Page): string => page.html.replace(drawn, "");
const isPage = ({ status, headers }: Page): boolean =>
  status === 200 && (headers["content-type"] ?? "").startsWith("text/html");

describe("every page", () => {
  it(
    "has the same bytes with and without kept pieces, the first time and again, however it is sent",
    { timeout: 300_000 },
    async () => {
      let compared = 0;
      for (const path of [...pages(), "/technologies?stage=evaluating", "/technologies?q=nothing-such"]) {
        // The list of one's own sessions says which of them asks.
        if (path === "/account") continue;
        const first = await plain.get(path);
        if (!isPage(first)) continue;
        let wanted = html(first);
        for (const coding of ["identity", "br", "gzip", "gzip, br;q=0"]) {
          // What is computed beside a page comes to it later, to both alike.
          const differ = async (): Promise<boolean> => {
            const sent = html(await planner.get(path, { "Accept-Encoding": coding }));
            if (sent !== wanted) wanted = html(await plain.get(path));
            return sent !== wanted;
          };
          await expect.poll(differ, { message: `${path} as ${coding}`, timeout: 20_000 }).toBe(false);
        }
        compared += 1;
      }
      expect(compared).toBeGreaterThan(40);
    },
  );

  it(
    "is kept by no browser, but for those that hold no private words and no command; these are asked for again",
    { timeout: 120_000 },
    async () => {
      const kept: string[] = [];
      for (const path of pages()) {
        const page = await planner.get(path);
        if (!isPage(page)) continue;
        const { etag, "cache-control": cache, vary = "" } = page.headers;
        if (etag === undefined) {
          expect(cache, path).toBe("no-store");
          continue;
        }
        kept.push(path);
        expect(cache, path).toBe("private, no-cache");
        expect(vary, path).toBe("Cookie, Accept-Language, Accept-Encoding");
        expect(page.html, path).not.toMatch(/commandId|class="ts-withheld"|class="ts-notice"/);
        const again = await planner.get(path, { "If-None-Match": etag });
        expect([again.status, again.html, again.headers["content-type"]], path).toEqual([304, "", undefined]);
      }
      expect(kept).toContain("/technologies");
      expect(
        kept.filter((path) => path.startsWith("/technologies/")),
        "of a technology",
      ).toEqual(["/technologies/compare/weights"]);
    },
  );
});

describe("a page that a browser kept", () => {
  const fresh = async (own: Browser, path = "/technologies", headers = {}): Promise<string> =>
    (await own.get(path, headers)).headers["etag"]!;
  const asked = async (etag: string, headers = {}): Promise<number> =>
    (await planner.get("/technologies", { "If-None-Match": etag, ...headers })).status;

  it("is another for another person, another language, another address and without a session", async () => {
    const own = await fresh(planner);
    expect(await asked(own)).toBe(304);
    const others = [
      await fresh(await demo.as("approver")),
      await fresh(planner, "/technologies", { "Accept-Language": "zh-CN" }),
      await fresh(planner, "/technologies?sort=name"),
    ];
    expect(new Set([own, ...others]).size).toBe(4);
    for (const etag of others) expect(await asked(etag)).toBe(200);
    expect((await browser(demo.app).get("/technologies", { "If-None-Match": own })).status).toBe(303);
  });

  it("is another once anything on it has changed, and is not kept at all while it says what was just done", async () => {
    const before = await fresh(planner);
    await planner.post("/account/session-end-all");
    const told = await planner.get("/technologies", { "If-None-Match": before });
    expect(told.headers["cache-control"]).toBe("no-store");
    expect(told.headers["etag"]).toBeUndefined();
    expect(told.html).toContain('class="ts-notice"');
    expect(await asked(before)).toBe(304);
    demo.clock.advance(1);
    expect(await asked(before)).toBe(200);
  });

  it("goes with the session", async () => {
    const own = await demo.as("planner2");
    const etag = await fresh(own);
    const out = await own.post("/sign-out");
    expect(out.headers["clear-site-data"]).toContain('"cache"');
    expect((await own.get("/technologies", { "If-None-Match": etag })).status).toBe(303);
  });
});

describe("compression", () => {
  const coding = async (path: string, headers: Record<string, string>): Promise<string | undefined> =>
    (await planner.get(path, headers)).headers["content-encoding"];

  it("is by Brotli where the browser takes it, by gzip where it does not, and none where it takes neither", async () => {
    expect(await coding("/technologies", { "Accept-Encoding": "gzip, deflate, br, zstd" })).toBe("br");
    expect(await coding("/technologies", { "Accept-Encoding": "gzip" })).toBe("gzip");
    expect(await coding("/technologies", { "Accept-Encoding": "br;q=0, gzip" })).toBe("gzip");
    expect(await coding("/technologies", { "Accept-Encoding": "zstd" })).toBeUndefined();
    expect((await planner.get("/technologies")).headers["vary"]).toContain("Accept-Encoding");
  });

  it("is of tables, JSON and the exported ledger too, and of no file of evidence", async () => {
    const auditor = await demo.as("auditor");
    const sent = async (path: string): Promise<unknown[]> => {
      const { status, headers } = await auditor.get(path, { "Accept-Encoding": "br" });
      return [status, headers["content-encoding"]];
    };
    expect(await sent("/ledger/export.jsonl")).toEqual([200, "br"]);
    expect(await sent("/administration.csv")).toEqual([200, "br"]);
    const file = addressOf("/technologies/:slug/evidence/:piece/files/:digest", technology, "");
    expect(await sent(file)).toEqual([200, undefined]);
  });

  it("is left out where a page of another host made the request, whose words could stand beside what it wants to guess", async () => {
    const from = (site: string) => coding("/technologies?q=guess", { "Accept-Encoding": "br", "Sec-Fetch-Site": site });
    expect([await from("cross-site"), await from("same-site")]).toEqual([undefined, undefined]);
    expect([await from("same-origin"), await from("none")]).toEqual(["br", "br"]);
  });

  it("is left out where a one-time link or a token stands in the page", async () => {
    const { accounts, views } = demo.services;
    const someone = views.people.all().find(({ disabled }) => !disabled)!.id;
    const link = await accounts.links.create("reset", someone);
    const page = await planner.get(`/link/${link}`, { "Accept-Encoding": "br" });
    expect([page.status, page.headers["content-encoding"], page.headers["etag"]]).toEqual([200, undefined, undefined]);
    const token = await planner.post(
      `/technologies/${technology.slug}/tokens`,
      { name: "Nightly", days: "30" },
      { "Accept-Encoding": "br" },
    );
    expect(token.text).toMatch(/ ts_[\w-]+ /);
    expect(token.headers["content-encoding"]).toBeUndefined();
  });
});
