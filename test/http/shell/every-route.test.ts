import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/people/roles.ts";
import { roles } from "../../../src/domain/people/roles.ts";
import type { Route } from "../../../src/http/routes.ts";
import { startSite } from "../../support/http.ts";
import type { Browser, Page, Site } from "../../support/http.ts";

let site: Site;
let list: readonly Route[];
const members = new Map<Role, Browser>();
beforeAll(async () => {
  site = await startSite();
  list = site.app.locals["routes"] as readonly Route[];
  for (const role of roles) members.set(role, await site.signedIn(role));
});
afterAll(async () => site.stop());

const addressOf = ({ path }: Route): string => path.replace(/[:*](\w+)/g, "nothing-such");
const ask = (browser: Browser, route: Route): Promise<Page> =>
  route.method === "get" ? browser.get(addressOf(route)) : browser.post(addressOf(route));
/** Leaving ends the session that the next route needs. */
const leaves = ({ path }: Route): boolean => path === "/sign-out";

const whereOf = ({ method, path }: Route): string => `${method} ${path}`;

/** On an address or a form with nothing in it: no fault, no stack, and the headers that every answer has. */
function isSafe(route: Route, { headers, status, html, text }: Page): void {
  const where = `${whereOf(route)} ${status}`;
  expect(status, `${where}: ${text.slice(0, 300)}`).toBeLessThan(500);
  expect(html, where).not.toMatch(/\bat \S+ \(.*\.ts:\d+|node_modules|SQLITE_/);
  expect(headers["content-security-policy"], where).toBe(
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
      "form-action 'self';object-src 'none';base-uri 'none';frame-ancestors 'none'",
  );
  expect(headers["x-content-type-options"], where).toBe("nosniff");
  expect(headers["x-frame-options"], where).toBe("DENY");
  expect(headers["referrer-policy"], where).toBe("same-origin");
  expect(headers["cross-origin-opener-policy"], where).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"], where).toBe("same-origin");
  expect(headers["cache-control"], where).toBe(headers["etag"] ? "private, no-cache" : "no-store");
  expect(headers["access-control-allow-origin"], where).toBeUndefined();
  expect(headers["x-powered-by"], where).toBeUndefined();
}

describe("every address", () => {
  it("is on the list", () => {
    expect(list.length).toBeGreaterThan(40);
  });

  it(
    "carries the security headers, breaks on nothing, and is open to those it names only",
    { timeout: 180_000 },
    async () => {
      for (const route of list.filter((one) => !leaves(one))) {
        const stranger = await ask(site.browser(), route);
        isSafe(route, stranger);
        if (route.access.kind !== "anyone")
          expect([stranger.status, stranger.location.split("?")[0]], whereOf(route)).toEqual([303, "/sign-in"]);
        for (const [role, browser] of members) {
          const page = await ask(browser, route);
          isSafe(route, page);
          if (route.access.kind === "roles" && !route.access.roles.includes(role))
            expect(page.status, `${whereOf(route)} as ${role}`).toBe(403);
          else expect(page.status, `${whereOf(route)} as ${role}`).not.toBe(403);
        }
      }
    },
  );

  it("takes no write from another site, and changes nothing then", async () => {
    const before = await site.services.ledger.head();
    for (const route of list.filter(({ method }) => method === "post")) {
      const { status } = await members
        .get("administrator")!
        .post(addressOf(route), {}, { Origin: "https://evil.example" });
      expect(status, route.path).toBe(403);
    }
    expect(await site.services.ledger.head()).toEqual(before);
  });
});
