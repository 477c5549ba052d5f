import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requestLog } from "../../../src/http/middleware/request-log.ts";

const lines: string[] = [];
const app = express();
app.use(requestLog(pino({ level: "info" }, { write: (line: string) => void lines.push(line) }), { trustedProxies: 1 }));
app.get("/well", (_req, res) => {
  // Whose token it was is known only once it was looked up.
  res.locals["caller"] = "ann";
  res.send("well");
});
app.get("/ill", (_req, res) => {
  res.status(500).send("ill");
});
app.get("/slow", (req, res) => void req.on("close", () => setTimeout(() => res.end("nobody waits"), 10)));
app.get("/healthz", (_req, res) => {
  res.send("fine");
});
const server = app.listen(0);
beforeAll(async () => {
  if (!server.listening) await once(server, "listening");
});
afterAll(() => server.close());

const ask = (path: string, headers: Record<string, string> = {}): Promise<string> =>
  new Promise((resolve) => {
    const { port } = server.address() as AddressInfo;
    request({ port, path, headers }, (answer) =>
      answer.resume().once("end", () => resolve(String(answer.headers["x-request-id"]))),
    ).end();
  });

it.each([
  ["/well", 200, "ann"],
  ["/ill", 500, null],
])("writes one line for %s, with who asked and from where once", async (path, status, person) => {
  lines.length = 0;
  await ask(path);
  await expect.poll(() => lines.length).toBe(1);
  const [line = ""] = lines;
  expect(line.match(/"person":/g)).toHaveLength(1);
  expect(line.match(/"address":/g)).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ req: { method: "GET", path }, res: { status }, person });
});

it("writes of a reader who went away from where they asked, and of health and assets nothing", async () => {
  lines.length = 0;
  await ask("/healthz");
  const { port } = server.address() as AddressInfo;
  const leaving = request({ port, path: "/slow?secret=1" }).on("error", () => undefined);
  leaving.end();
  setTimeout(() => leaving.destroy(), 50);
  await expect.poll(() => lines.length).toBe(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    msg: "request aborted",
    req: { path: "/slow" },
    res: { status: null },
    address: expect.stringMatching(/127\.0\.0\.1$|^::1$/) as string,
  });
});

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

it.each([
  ["7f3c0f4be0a94d6f9ad1b2f0c6f01d11", "as nginx makes it"],
  ["req_01HZX3.a-b", "as others do"],
])("keeps the number that a trusted proxy gives, %s, in its answer and its line", async (id) => {
  lines.length = 0;
  expect(await ask("/well", { "X-Request-Id": id })).toBe(id);
  await expect.poll(() => lines.length).toBe(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ reqId: id, req: { id } });
});

it.each(["short", "x".repeat(65), 'forged" level', "<script>", "../../etc", "a,b,c,d,e,f,g"])(
  "makes its own where the number is not well formed: %j",
  async (id) => {
    expect(await ask("/well", { "X-Request-Id": id })).toMatch(uuid);
  },
);
