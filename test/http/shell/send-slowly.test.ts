import { randomBytes } from "node:crypto";
import { createServer, get } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import express from "express";
import { afterEach, expect, it } from "vitest";
import { compressed } from "../../../src/http/middleware/compressed.ts";
import { sendSlowly } from "../../../src/http/send-slowly.ts";

/** More than any buffer between us and a reader who does not read, and not to be made smaller. */
const pieces = Array.from({ length: 1500 }, () => randomBytes(15_000).toString("base64"));

let ended: string[] = [];
const app = express();
app.use(compressed());
app.get("/", async (_req, res) => {
  res.type("text/csv");
  try {
    await sendSlowly(res, async (write) => {
      for (const piece of pieces) await write(piece);
      ended.push("all sent");
    });
  } finally {
    ended.push("let go");
  }
});
const server = createServer(app);
const listening = new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterEach(() => {
  ended = [];
});

async function asked(headers: Record<string, string>): Promise<IncomingMessage> {
  await listening;
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port: (server.address() as AddressInfo).port, headers }, resolve);
  });
}

it.each(["identity", "br"])("gives a slow reader everything, as %s, without a word of warning", async (coding) => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);
  process.on("warning", note);
  const answer = await asked({ "accept-encoding": coding });
  expect(ended).toEqual([]);
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const text = (coding === "br" ? brotliDecompressSync(bytes) : bytes).toString();
  process.off("warning", note);
  expect(text === pieces.join("")).toBe(true);
  expect([ended, warnings]).toEqual([["all sent", "let go"], []]);
});

it.each(["identity", "br"])("lets go of what it reads from once the reader has left, as %s", async (coding) => {
  const answer = await asked({ "accept-encoding": coding });
  answer.destroy();
  await expect.poll(() => ended, { timeout: 20_000 }).toEqual(["let go"]);
});
