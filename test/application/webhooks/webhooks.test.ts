import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sendWebhook } from "../../../src/application/webhooks/send.ts";
import { startTelling } from "../../../src/application/webhooks/start-telling.ts";
import { tellPrograms } from "../../../src/application/webhooks/tell-programs.ts";
import { isInner } from "../../../src/domain/words/inner-address.ts";
import { toldTypes } from "../../../src/http/webhooks/list.ts";
import { house as rooms } from "../../../src/http/rooms.ts";
import { House } from "../../support/house.ts";

interface Got {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A program that is told; it answers as the test says. */
async function receiver() {
  const got: Got[] = [];
  const answer = { status: 200, silent: false };
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    req.on("end", () => {
      got.push({ body, headers: req.headers });
      if (!answer.silent) res.writeHead(answer.status, { Location: "http://127.0.0.1:1/" }).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { got, answer, host, url: `http://${host}/hook?a=b`, stop };
}

let program: Awaited<ReturnType<typeof receiver>>;
beforeEach(async () => void (program = await receiver()));
afterEach(async () => program.stop());

describe("one delivery", () => {
  const now = Date.parse("2026-03-02T09:00:00.500Z");
  const send = (url: string, inside: boolean, over: Partial<Parameters<typeof sendWebhook>[3]> = {}) =>
    sendWebhook({ url, secret: "s3cret" }, "d-1", '{"a":"试"}', {
      hosts: [{ host: new URL(url).host, inside }],
      now,
      patience: 300,
      ...over,
    });

  test("is signed over its moment and its body, and follows no redirect", async () => {
    expect(await send(program.url, true)).toEqual({ ok: true, answer: "200" });
    const [{ body, headers }] = program.got as [Got];
    const expected = createHmac("sha256", "s3cret").update(`1772442000.${body}`).digest("hex");
    expect([headers["touchstone-timestamp"], headers["touchstone-signature"], headers["touchstone-delivery"]]).toEqual([
      "1772442000",
      `sha256=${expected}`,
      "d-1",
    ]);
    expect(body).toBe('{"a":"试"}');
    program.answer.status = 307;
    expect(await send(program.url, true)).toEqual({ ok: false, answer: "307" });
  });

  test("goes to no host that is not allowed, and behind our own wall only by name", async () => {
    expect(await send(program.url, true, { hosts: [] })).toEqual({ ok: false, answer: "not-allowed" });
    expect(await send(program.url, false)).toEqual({ ok: false, answer: "not-https" });
    expect(await send(program.url.replace("http:", "https:"), false)).toEqual({ ok: false, answer: "inner-address" });
    expect(await send("https://2130706433/", false)).toEqual({ ok: false, answer: "inner-address" });
    expect(program.got).toEqual([]);
  });

  test("a name is resolved once, and where any of its addresses is an inner one nothing is sent", async () => {
    const resolved: string[] = [];
    const resolve = (host: string) => {
      resolved.push(host);
      return Promise.resolve(["93.184.215.14", "10.0.0.1"]);
    };
    expect(await send("https://tools.example.org/x", false, { resolve })).toEqual({
      ok: false,
      answer: "inner-address",
    });
    expect(resolved).toEqual(["tools.example.org"]);
    // The address that was looked at is the one that is connected to, whatever the name leads to.
    const port = program.host.split(":")[1];
    const named = `http://no-such-name.example.org:${port}/hook`;
    expect(await send(named, true, { resolve: () => Promise.resolve(["127.0.0.1"]) })).toEqual({
      ok: true,
      answer: "200",
    });
    expect(program.got[0]?.headers["host"]).toBe(`no-such-name.example.org:${port}`);
  });

  test("silence ends, and a closed door is said", async () => {
    program.answer.silent = true;
    expect(await send(program.url, true)).toEqual({ ok: false, answer: "ETIMEDOUT" });
    expect(await send("http://127.0.0.1:1/", true)).toEqual({ ok: false, answer: "ECONNREFUSED" });
  });
});

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
  ],
  ...["224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1"],
  ...["::ffff:7f00:1", "64:ff9b::10.0.0.1", "2002:0a00:0001::", "::127.0.0.1", "2001:db8::1", "nonsense:"],
])("%s is an inner address", (address) => expect(isInner(address)).toBe(true));

test.each([
  "8.8.8.8",
  "172.32.0.1",
  "172.15.0.1",
  "100.128.0.1",
  "2606:4700::1111",
  "2a00:1450:4001::1",
  "::ffff:8.8.8.8",
])("%s is none", (address) => expect(isInner(address)).toBe(false));

test("only types of entries that there are may be told", () => {
  for (const type of toldTypes) expect(rooms.tellings.has(type), type).toBe(true);
});

describe("programs are told", () => {
  let house: House;
  const look = (owner = "node") => tellPrograms(house.services, { owner });
  beforeEach(async () => {
    house = await House.open();
    await house.services.webhooks.allow({ host: program.host, inside: true }, "administrator");
    const { position } = await house.services.ledger.head();
    const hook = { name: "Chat", url: program.url, types: [toldTypes[0]], madeBy: "administrator", position };
    await house.services.webhooks.create(hook);
    house.real = Date.now();
  });
  afterEach(async () => house.close());

  test("of the entries they asked for, once, by ids and titles only", async () => {
    const id = await house.proposed();
    await house.services.views.catchUp();
    await Promise.all([look("one"), look("two")]);
    await look();
    expect(program.got).toHaveLength(1);
    const { position, ...told } = JSON.parse(program.got[0]!.body) as Record<string, unknown>;
    expect(position).toBeGreaterThan(0);
    expect(told).toMatchObject({
      type: toldTypes[0],
      stream: `technology-${id}`,
      technology: { id, name: "Queue forecast" },
    });
    expect(program.got[0]!.body).not.toMatch(/Carbon|planner|payload/);
    await house.vote("approver", id, "admission");
    await look();
    expect(program.got, "another type").toHaveLength(1);
  });

  test("of nothing where the house is the demonstration: it is noted and goes nowhere", async () => {
    await house.proposed();
    const { config } = house.services;
    const stop = startTelling({ ...house.services, config: { ...config, demo: true } });
    const [hook] = await house.services.webhooks.all();
    await vi.waitFor(async () => {
      const sent = await house.services.webhooks.deliveries(hook?.id ?? "", { before: null, limit: 5 });
      expect(sent).toMatchObject([{ status: "delivered", answer: "demonstration" }]);
    });
    await stop();
    expect(program.got).toEqual([]);
  });

  test("again after growing pauses where they fail, until it is given up, and by hand", async () => {
    program.answer.status = 500;
    await house.proposed();
    await look();
    await look();
    expect(program.got, "not before its time").toHaveLength(1);
    const [hook] = await house.services.webhooks.all();
    for (let tries = 1; tries < 15; tries += 1) {
      house.real! += 7 * 3_600_000;
      await look();
    }
    const [dead] = await house.services.webhooks.deliveries(hook!.id, { before: null, limit: 10 });
    expect(dead).toMatchObject({ status: "dead", attempts: 12, answer: "500" });
    expect(program.got).toHaveLength(12);
    program.answer.status = 204;
    expect(await house.services.webhooks.replay(dead!.id)).toBe(true);
    await look();
    const [delivered] = await house.services.webhooks.deliveries(hook!.id, { before: null, limit: 10 });
    expect(delivered).toMatchObject({ status: "delivered", answer: "204", id: dead!.id });
    const ids = program.got.map(({ headers }) => headers["touchstone-delivery"]);
    expect(new Set(ids).size, "by its id a program knows it again").toBe(1);
    await house.services.webhooks.end(hook!.id);
    await house.proposed();
    await look();
    expect(program.got).toHaveLength(13);
  });
});
