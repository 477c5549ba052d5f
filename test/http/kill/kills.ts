import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import type { Services } from "../../../src/application/services.ts";
import { verifyLedger } from "../../../src/ledger/verify.ts";
import { readModels } from "../../support/read-models.ts";
import { isSignedIn, send, signIn, someWrite } from "./client.ts";
import type { Write } from "./client.ts";
import { openFolder, prepare } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import type { Server } from "./servers.ts";
import { Servers } from "./servers.ts";

const connections = 4;
const random = (most: number): number => Math.floor(Math.random() * (most + 1));

/** What became of everything that was sent. */
interface Sent {
  readonly done: Write[];
  /** Broken off by a kill, to be sent again to the next server. */
  readonly open: Write[];
  /** Broken off and given up by their senders. */
  readonly left: Write[];
}

/**
 * Kills a server with SIGKILL again and again while several people write over HTTP: what it answered is on the ledger
 * exactly once, what it did not answer at most once, also when it is sent again; and nobody is signed out.
 */
export async function surviveHttpKills(dataDir: string, kills: number): Promise<void> {
  const prepared = await prepare(dataDir);
  const servers = new Servers(dataDir);
  const sent: Sent = { done: [], open: [], left: [] };
  try {
    let server = await servers.start();
    const cookies = await Promise.all(prepared.planners.map((email) => signIn(server.url, email)));
    let broken = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      broken += await writeUntilKilled(server, prepared, cookies, sent);
      const { findings } = await verifyLedger({ dataDir });
      expect(findings, `after kill ${kill + 1}`).toEqual([]);
      server = await servers.start();
      await sendAgain(server, sent);
    }
    for (const cookie of cookies) expect(await isSignedIn(server.url, cookie)).toBe(true);
    await server.kill();
    // Otherwise the kills fell between the writes and prove nothing.
    expect(broken).toBeGreaterThan(kills / 2);
  } finally {
    await servers.close();
  }
  await examine(dataDir, sent);
}

/** Several connections at once, some of them clicking twice; answers how many writes the kill broke off. */
async function writeUntilKilled(
  server: Server,
  prepared: Prepared,
  cookies: readonly string[],
  sent: Sent,
): Promise<number> {
  const enough = sent.done.length + 1 + random(12);
  let dead = false;
  const connection = async (number: number): Promise<void> => {
    while (!dead) {
      const write = someWrite(prepared, cookies[number % cookies.length] ?? "");
      const clicks = Array.from({ length: Math.random() < 0.2 ? 2 : 1 }, () => send(server.url, write));
      const answers = await Promise.all(clicks);
      const list = answers.includes("done") ? sent.done : Math.random() < 0.3 ? sent.left : sent.open;
      list.push(write);
      if (sent.done.length === enough) void setTimeout(random(6)).then(() => kill());
      if (answers.includes("none")) return;
    }
  };
  const before = sent.open.length + sent.left.length;
  let killing: Promise<void> | null = null;
  function kill(): Promise<void> {
    dead = true;
    return (killing ??= server.kill());
  }
  await Promise.all(Array.from({ length: connections }, (_, number) => connection(number)));
  await kill();
  return sent.open.length + sent.left.length - before;
}

async function sendAgain({ url }: Server, { open, done }: Sent): Promise<void> {
  for (const write of open.splice(0)) {
    expect(await send(url, write), `${write.path} sent again`).toBe("done");
    done.push(write);
  }
}

async function examine(dataDir: string, { done, left }: Sent): Promise<void> {
  const services = await openFolder(dataDir);
  try {
    const written = await commandsOf(services);
    const times = ({ commandId }: Write): number => written.get(commandId) ?? 0;
    expect(done.filter((write) => times(write) !== 1)).toEqual([]);
    expect(left.filter((write) => times(write) > 1)).toEqual([]);
    await expectTexts(services, done);
    await services.views.catchUp();
    await services.views.recheck();
    const caughtUp = readModels(dataDir);
    await services.views.rebuild();
    expect(caughtUp).toEqual(readModels(dataDir));
  } finally {
    await services.close();
  }
  expect(await verifyLedger({ dataDir })).toMatchObject({ ok: true, findings: [] });
}

/** How many events each command id has on the ledger. */
async function commandsOf({ ledger }: Services): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { command } of await ledger.readAll(0, Number.MAX_SAFE_INTEGER))
    counts.set(command, (counts.get(command) ?? 0) + 1);
  return counts;
}

/** The words people typed came through with their events. */
async function expectTexts({ ledger }: Services, done: readonly Write[]): Promise<void> {
  const kept = new Set<string>();
  for (const { type, payload } of await ledger.readAll(0, Number.MAX_SAFE_INTEGER)) {
    const digest =
      type === "LessonsRecorded" ? payload["text"] : (payload["proposal"] as { need?: unknown } | undefined)?.need;
    const text = typeof digest === "string" ? await ledger.privateText(digest) : null;
    if (text !== null && text !== "erased") kept.add(text.text);
  }
  expect(done.filter(({ text }) => !kept.has(text))).toEqual([]);
}
