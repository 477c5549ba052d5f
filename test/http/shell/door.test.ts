import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "../../../src/http/deps.ts";
import { errors } from "../../../src/http/middleware/errors.ts";
import { startSite } from "../../support/http.ts";
import type { Site } from "../../support/http.ts";

let site: Site;
let configured: Site;
let servers: readonly Server[];
beforeAll(async () => {
  site = await startSite();
  configured = await startSite({ origin: "https://touchstone.example.org", secureCookies: true });
  servers = [site, configured].map(({ app }) => createServer(app).listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
});
afterAll(async () => {
  for (const server of servers) server.close();
  await Promise.all([site.stop(), configured.stop()]);
});

/** The bytes of a request as nobody's browser would write them, and the whole answer. */
async function answer(server: Server, ...lines: readonly string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.end(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  return text;
}
const status = (text: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);

describe("whom a request is for", () => {
  it.each([
    ["two hosts", ["GET /sign-in HTTP/1.1", "Host: a.example", "Host: b.example"], 400],
    ["an address in the request line", ["GET http://evil.example/sign-in HTTP/1.1", "Host: a.example"], 400],
    ["one host", ["GET /sign-in HTTP/1.1", "Host: a.example"], 200],
  ])("%s: where no address is configured", async (_, lines, expected) => {
    expect(status(await answer(servers[0]!, ...lines))).toBe(expected);
  });

  it.each([
    ["its own", "touchstone.example.org", 200],
    ["its own with the port of its scheme, in capitals", "Touchstone.Example.org:443", 200],
    ["another", "evil.example", 421],
    ["its own at another port", "touchstone.example.org:8443", 421],
    ["one that hides it in a name", "evil.example/touchstone.example.org", 421],
    ["one that hides it behind a person", "evil@touchstone.example.org", 421],
  ])("%s: where an address is configured", async (_, host, expected) => {
    const text = await answer(servers[1]!, "GET /sign-in HTTP/1.1", `Host: ${host}`);
    expect(status(text)).toBe(expected);
  });

  it("health answers by number, for it is asked from nearby", async () => {
    expect(status(await answer(servers[1]!, "GET /healthz HTTP/1.1", "Host: 10.0.0.7"))).toBe(200);
  });
});

describe("one-time links", () => {
  it("name the configured address, or say that theirs is this machine's view", async () => {
    const administrator = await site.signedIn("administrator");
    const invited = { name: "Nina Neu", email: "nina@example.org", roles: "planner", department: "" };
    const page = await administrator.post("/people", invited);
    expect(page.text).toContain("http://touchstone.test/link/");
    expect(page.text).toContain("as seen from this machine");
    expect(page.text).toContain("set TOUCHSTONE_ORIGIN");
  });
});

describe("a proxy that nobody configured", () => {
  it("is said once in the log, and on the health page", async () => {
    const own = await startSite();
    const asked = own.browser();
    expect(JSON.parse((await asked.get("/healthz")).html)).toEqual({ status: "ok" });
    for (let n = 0; n < 5; n += 1) await asked.get("/sign-in", { "X-Forwarded-For": `203.0.113.${n}` });
    expect(own.log().filter(({ event }) => event === "proxy-not-configured")).toHaveLength(1);
    const health = await asked.get("/healthz");
    expect(health.status).toBe(200);
    expect(health.html).toContain("TOUCHSTONE_TRUSTED_PROXIES");
    await own.stop();
  });

  it("is no news where one is configured", async () => {
    const own = await startSite({ trustedProxies: 1 });
    await own.browser().get("/sign-in", { "X-Forwarded-For": "203.0.113.9" });
    expect(own.log().some(({ event }) => event === "proxy-not-configured")).toBe(false);
    expect(own.log().at(-1)).toMatchObject({ address: "203.0.113.9" });
    expect((await own.browser().get("/healthz")).html).toBe('{"status":"ok"}');
    await own.stop();
  });
});

describe("signing out", () => {
  it("asks the browser to forget what it keeps of the pages", async () => {
    const member = await site.signedIn("planner");
    expect((await member.post("/sign-out")).headers["clear-site-data"]).toBe('"cache", "storage"');
  });
});

describe("no answer shows the inside", () => {
  const inside = /\bat \S+ \(|node_modules|\.ts:\d+|SQLITE_/;

  it.each([
    ["/%E0%A4%A", {}],
    ["/technologies/%E0%A4%A", {}],
    ["/assets/%E0%A4%A", {}],
    ["/api/v1/technologies/%E0%A4%A/evidence", {}],
    ["/healthz/%E0%A4%A", {}],
    ["/sign-in?lang=%E0%A4%A&next=%E0%A4%A", {}],
    ["/sign-in", { Cookie: "touchstone=%E0%A4%A; language=%E0%A4%A; touchstone-device=%00" }],
    ["/sign-in", { Cookie: "touchstone=s%3Ax.y; ===;;; touchstone" }],
    ["/sign-in", { "Accept-Language": "%%%;q=x" }],
  ])("%s %j", async (path, headers) => {
    const page = await site.browser().get(path, headers);
    expect(page.status).toBeLessThan(500);
    expect(page.html).not.toMatch(inside);
  });

  it("an answer that breaks off after it began ends, and adds nothing", async () => {
    const app = express();
    app.get("/begun", (_req, res) => {
      res.write("begun");
      throw new Error("planted at node_modules/x/y.ts:12");
    });
    app.use(errors({ services: site.services } as Deps));
    const server = createServer(app).listen(0, "127.0.0.1");
    await once(server, "listening");
    const text = await answer(server, "GET /begun HTTP/1.1", "Host: a.example");
    server.close();
    expect(text).not.toMatch(inside);
    expect(text).not.toContain("planted");
    expect(site.log().at(-1)).toMatchObject({
      msg: "answer broke off",
      err: { message: expect.stringContaining("planted") as string },
    });
  });
});
