import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doctorCommand } from "../../src/cli/doctor.ts";
import { examine } from "../../src/application/doctor/examination.ts";
import { keyFile } from "../../src/ledger/key.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { smtpSink } from "../application/smtp-sink.ts";
import { request } from "../ledger/contract.ts";

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-doctor-"));
  chmodSync(folder, 0o700);
  data = await began(join(folder, "data"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger with one entry, in a folder of its own. */
async function began(dataDir: string): Promise<string> {
  const ledger = openLedger({ dataDir });
  await ledger.append(request({ stream: "one" }));
  ledger.close();
  return dataDir;
}

const settings = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({ TOUCHSTONE_DATA: data, PORT: "1", ...more });

async function doctor(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const out: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: () => undefined, timeZone: "UTC" };
  return { status: await doctorCommand(args, io, env), out: out.join("\n") };
}

/** What is found of these things, at a moment after the entry. */
const found = async (env: NodeJS.ProcessEnv, now = new Date("2030-01-01T00:00:00Z")) =>
  (await examine(env, null, () => now)).filter(({ state }) => state === "finding");

describe("touchstone doctor", () => {
  it("finds nothing in an installation that is well, changes nothing, and says so for programs too", async () => {
    const before = readdirSync(data).map((name) => [name, statSync(join(data, name)).mtimeMs]);
    const { status, out } = await doctor(settings({ TOUCHSTONE_TIME_ZONE: "Asia/Shanghai" }));
    expect(out).toMatch(/Nothing has to be put right\.$/);
    expect(status).toBe(0);
    for (const line of [
      /good {5}Node: is \d+/,
      /good {5}Ledger: 1 entry in \d/,
      /good {5}Checkpoints: the newest signed head covers the ledger/,
      /good {5}Signing key: is there and is the ledger's \([0-9a-f]{8}\)/,
      /good {5}Time zone: days end by Asia\/Shanghai/,
      /note {5}Server: does not answer at http:\/\/127\.0\.0\.1:1\/healthz/,
    ])
      expect(out).toMatch(line);
    expect(readdirSync(data).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before.map(([name]) => name));
    const json = JSON.parse((await doctor(settings(), "--json")).out) as { ok: boolean; remarks: { state: string }[] };
    expect(json.ok).toBe(true);
    expect(json.remarks.length).toBeGreaterThan(8);
  });

  it("exits with 1 on a finding, and each finding says what to do", async () => {
    const { status, out } = await doctor(settings({ TOUCHSTONE_SHIP_TO: "mailto:keeper@example.org" }));
    expect(status).toBe(1);
    expect(out).toMatch(/FINDING {2}TOUCHSTONE_SHIP_TO: [^\n]+\n {10}→ Set TOUCHSTONE_SMTP_URL/);
    expect(out).toMatch(/1 thing has to be put right\.$/);
  });

  it.each([
    [{ PORT: "many" }, "PORT", /whole number/],
    [{ TOUCHSTONE_TIMEZONE: "UTC" }, "TOUCHSTONE_TIMEZONE", /TOUCHSTONE_TIME_ZONE may be meant/],
    [{ TOUCHSTONE_ORIGIN: "https://t.example" }, "TOUCHSTONE_TRUSTED_PROXIES", /number of proxies/],
    [
      { TOUCHSTONE_ORIGIN: "https://t.example", TOUCHSTONE_TRUSTED_PROXIES: "1", TOUCHSTONE_SECURE_COOKIES: "false" },
      "TOUCHSTONE_SECURE_COOKIES",
      /Take the variable away/,
    ],
    [{ TOUCHSTONE_MAIL_FROM: "a@example.org" }, "Mail", /Set both/],
    [{ TOUCHSTONE_SHIP_TO: "/no/such/folder" }, "Checkpoints", /Mount it/],
  ])("with %j it names %s", async (env, about, advice) => {
    const findings = await found(settings(env));
    expect(findings.map((remark) => remark.about)).toContain(about);
    expect(findings.map((remark) => `${remark.says} ${remark.advice}`).join()).toMatch(advice);
  });

  it("a clock behind the newest entry", async () => {
    const [clock, ...others] = await found(settings(), new Date("2020-01-01T00:00:00Z"));
    expect(others).toEqual([]);
    expect(clock).toMatchObject({ about: "Clock", says: expect.stringMatching(/^is \d+ minutes behind/) as string });
  });

  it("a key that others may read, that is another's, and that is gone", async () => {
    const [own, other] = [await began(join(folder, "own")), await began(join(folder, "other"))];
    const env = settings({ TOUCHSTONE_DATA: own });
    chmodSync(keyFile(own), 0o644);
    expect(await found(env)).toMatchObject([
      { about: "Signing key", advice: expect.stringContaining("chmod 600") as string },
    ]);
    chmodSync(keyFile(own), 0o600);
    expect(await found(env)).toEqual([]);
    rmSync(keyFile(own));
    expect((await found(env)).map(({ says }) => says).join()).toMatch(/is missing/);
    cpSync(keyFile(other), keyFile(own));
    expect((await found(env)).map(({ says }) => says).join()).toMatch(/is not the ledger's/);
  });

  it("a ledger set back behind its checkpoints, and one that is damaged", async () => {
    const env = settings({ TOUCHSTONE_DATA: await began(join(folder, "damaged")) });
    const file = join(folder, "damaged", "ledger.sqlite");
    const db = new Sqlite(file);
    db.exec("UPDATE leaf SET hash = zeroblob(32)");
    db.close();
    expect((await found(env)).map(({ about }) => about)).toEqual(["Checkpoints"]);
    rmSync(file);
    expect((await found(env)).map(({ says }) => says).join()).toMatch(/ledger.sqlite is missing/);
  });

  it("a mail server: one that answers, one that is not there, and a password on an open line", async () => {
    const sink = await smtpSink();
    const mailed = (url: string) => settings({ TOUCHSTONE_SMTP_URL: url, TOUCHSTONE_MAIL_FROM: "ledger@example.org" });
    expect(await found(mailed(sink.url))).toEqual([]);
    expect(sink.mails).toEqual([]);
    await sink.stop();
    expect(await found(mailed(sink.url))).toMatchObject([
      { about: "Mail", says: expect.stringContaining("cannot be reached") as string },
    ]);
    const open = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, taken) => taken(null, { user: "x" }),
    });
    const listening = open.listen(0, "127.0.0.1");
    await once(listening, "listening");
    const { port } = listening.address() as AddressInfo;
    const [refused, ...others] = await found(mailed(`smtp://name:secret@127.0.0.1:${port}`));
    expect(others).toEqual([]);
    expect(refused?.says).toContain("a password never crosses an open line");
    expect(JSON.stringify(refused)).not.toContain("secret");
    await new Promise<void>((resolve) => open.close(resolve));
  });

  it("a folder that is open to everybody, and one that is not there yet", async () => {
    chmodSync(data, 0o755);
    expect((await found(settings())).map(({ about }) => about)).toEqual(["Data folder"]);
    chmodSync(data, 0o700);
    const nowhere = join(folder, "nowhere");
    expect(await found(settings({ TOUCHSTONE_DATA: nowhere }))).toEqual([]);
    expect(existsSync(nowhere)).toBe(false);
  });
});
