import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requestLog } from "../../../src/http/middleware/request-log.ts";

const lines: string[] = [];
const app = express();
app.use(requestLog(pino({ level: "info" }, { write: (line: string) => void lines.push(line) })));
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

const ask = (path: string): Promise<void> =>
  new Promise((resolve) => {
    const { port } = server.address() as AddressInfo;
    request({ port, path }, (answer) => answer.resume().once("end", resolve)).end();
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
