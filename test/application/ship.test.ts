import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Shipper } from "../../src/application/ship/shipper.ts";
import { readShipping } from "../../src/application/ship/state.ts";
import { ledgerCommand } from "../../src/cli/ledger.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { House } from "../support/house.ts";
import { smtpSink } from "./smtp-sink.ts";
import { engineOf } from "../support/database.ts";

let house: House;
let elsewhere: string;
let at: number;
beforeEach(async () => {
  house = await House.open();
  elsewhere = join(house.folder, "elsewhere");
  mkdirSync(elsewhere);
  at = Date.parse("2026-03-02T09:00:00Z");
});
afterEach(async () => house.close());

const minute = 60_000;
const warned: object[] = [];

function shipper(shipTo: readonly string[], over: { smtpUrl?: string; mailFrom?: string } = {}): Shipper {
  const { ledger } = house.services;
  const config = { dataDir: house.folder, shipTo, smtpUrl: null, mailFrom: null, ...over };
  const log = Object.assign(Object.create(house.services.log) as typeof house.services.log, {
    warn: (line: object) => void warned.push(line),
  });
  return new Shipper({ ledger, config, log, now: () => at });
}

const stateOf = (destination: string) => readShipping(house.folder)(destination);
const shippedTo = (folder: string): string => {
  const file = join(folder, `${engineOf(house.services).origin.replace("/", "-")}.checkpoints`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};
const sizes = (text: string): number[] => [...text.matchAll(/^(\d+)$/gm)].map(([size]) => Number(size));

/** Takes what is posted, with the status it is told to answer. */
async function receiver(status = 200, headers: Record<string, string> = {}) {
  const posted: { readonly body: string; readonly authorization: string | undefined }[] = [];
  const answer = { status };
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    req.on("end", () => {
      posted.push({ body, authorization: req.headers.authorization });
      res.writeHead(answer.status, headers).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    posted,
    answer,
    host,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

describe("a signed checkpoint is sent out", () => {
  test("at the start, then once an hour while entries are written, and at each gate decision", async () => {
    const ship = shipper([elsewhere]);
    const first = (await house.services.ledger.head()).position;
    await ship.tick();
    expect(sizes(shippedTo(elsewhere))).toEqual([first]);

    const id = await house.proposed();
    at += 59 * minute;
    await ship.tick();
    expect(sizes(shippedTo(elsewhere))).toHaveLength(1);
    at += 2 * minute;
    await ship.tick();
    expect(sizes(shippedTo(elsewhere)).at(-1)).toBe((await house.services.ledger.head()).position);

    await house.vote("approver", id, "admission");
    await ship.tick();
    expect(sizes(shippedTo(elsewhere))).toHaveLength(3);
    at += 61 * minute;
    await ship.tick();
    expect(sizes(shippedTo(elsewhere)), "nothing new was written").toHaveLength(3);
    expect(stateOf(elsewhere)).toMatchObject({ waiting: [], failed: null });
  });

  test("and what was sent is what verify reads", async () => {
    await shipper([elsewhere]).tick();
    const kept = join(house.folder, "kept.txt");
    writeFileSync(kept, shippedTo(elsewhere));
    expect(await verifyLedger({ dataDir: house.folder, checkpointFile: kept })).toMatchObject({ ok: true });
  });

  test("to an address, with its credentials as a header and the note as it was signed", async () => {
    const there = await receiver();
    await shipper([`http://name:pass%20word@${there.host}/log`]).tick();
    await there.stop();
    expect(there.posted).toEqual([
      {
        body: await house.services.ledger.checkpoint(),
        authorization: `Basic ${Buffer.from("name:pass word").toString("base64")}`,
      },
    ]);
  });

  test("by mail, which verify reads as it arrived", async () => {
    const sink = await smtpSink();
    await shipper(["mailto:keeper@archive.example"], { smtpUrl: sink.url, mailFrom: "ledger@example.org" }).tick();
    await sink.stop();
    expect(sink.mails.map(({ to }) => to)).toEqual(["keeper@archive.example"]);
    const kept = join(house.folder, "mail.eml");
    writeFileSync(kept, sink.mails[0]?.source ?? "");
    expect(await verifyLedger({ dataDir: house.folder, checkpointFile: kept })).toMatchObject({ ok: true });
  });
});

describe("a destination that does not take it", () => {
  test("is tried again after one minute, two, four; meanwhile what waits is counted, and nothing else is held up", async () => {
    const missing = join(house.folder, "not-mounted");
    const ship = shipper([missing, elsewhere]);
    await ship.tick();
    expect(existsSync(missing), "it is never made").toBe(false);
    expect(sizes(shippedTo(elsewhere))).toHaveLength(1);
    expect(stateOf(missing)).toMatchObject({
      sent: null,
      failed: { code: "no-folder", times: 1, retryAt: at + minute },
    });
    expect(stateOf(missing).waiting).toHaveLength(1);
    expect(warned.at(-1)).toMatchObject({ event: "checkpoint-not-shipped", to: "folder", why: "no-folder" });
    expect(JSON.stringify(warned)).not.toContain(missing);

    const id = await house.proposed();
    await house.vote("approver", id, "admission");
    at += minute;
    await ship.tick();
    expect(stateOf(missing)).toMatchObject({ failed: { times: 2, retryAt: at + 2 * minute } });
    expect(stateOf(missing).waiting).toHaveLength(2);

    mkdirSync(missing);
    await ship.tick();
    expect(shippedTo(missing), "not before its time").toBe("");
    at += 2 * minute;
    // After a new start too: what waited is on file.
    await shipper([missing, elsewhere]).tick();
    expect(sizes(shippedTo(missing))).toHaveLength(2);
    expect(stateOf(missing)).toMatchObject({ waiting: [], failed: null });
  });

  test("for an address says its status, and is not followed elsewhere", async () => {
    const there = await receiver(302, { Location: "http://127.0.0.1:1/else" });
    const address = `http://${there.host}/log`;
    const ship = shipper([address]);
    await ship.tick();
    expect(stateOf(address).failed).toMatchObject({ code: "refused", detail: "302" });
    there.answer.status = 201;
    at += minute;
    await ship.tick();
    expect(stateOf(address)).toMatchObject({ failed: null, waiting: [] });
    await there.stop();
    expect(there.posted).toHaveLength(2);
  });

  test("for a mail without a server, or with one that is not there, says so", async () => {
    await shipper(["mailto:a@example.org"]).tick();
    expect(stateOf("mailto:a@example.org").failed?.code).toBe("no-mail-server");
    const sink = await smtpSink();
    await sink.stop();
    await shipper(["mailto:b@example.org"], { smtpUrl: sink.url, mailFrom: "ledger@example.org" }).tick();
    const failed = stateOf("mailto:b@example.org").failed;
    expect(failed?.code).toBe("mail");
    expect(failed?.detail).toMatch(/^E[A-Z]+$/);
  });
});

describe("touchstone ledger ship", () => {
  async function run(args: readonly string[], shipTo: readonly string[] = []) {
    const [out, err]: [string[], string[]] = [[], []];
    const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    const config = { dataDir: house.folder, shipTo, smtpUrl: null, mailFrom: null };
    return { status: await ledgerCommand(["ship", ...args], io, config), out: out.join("\n"), err: err.join("\n") };
  }

  test("sends the newest checkpoint once: 0 sent, 1 not taken, 2 wrong use", async () => {
    const { position } = await house.services.ledger.head();
    const sent = await run([elsewhere]);
    expect([sent.status, sent.out]).toEqual([0, `Sent the checkpoint over ${position} entries: ${elsewhere}`]);
    expect(shippedTo(elsewhere)).toBe(await house.services.ledger.checkpoint());
    const standing = await run([], [elsewhere]);
    expect([standing.status, standing.out]).toEqual([0, `Sent the checkpoint over ${position} entries: folder`]);
    rmSync(elsewhere, { recursive: true });
    const notTaken = await run([elsewhere]);
    expect(notTaken.status).toBe(1);
    expect(notTaken.err).toContain("is it mounted?");
    for (const wrong of [await run([]), await run(["ftp://example.org"]), await run(["relative/folder"])])
      expect(wrong.status).toBe(2);
  });

  test("takes no password on the command line, where every process of the machine reads it", async () => {
    const answer = await run(["https://name:word@example.org/"]);
    expect(answer.status).toBe(2);
    expect(answer.err).toContain("TOUCHSTONE_SHIP_TO");
    expect(answer.err).not.toContain("word@");
  });
});
