import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backupCommand } from "../../src/cli/backup.ts";
import { restoreCommand } from "../../src/cli/restore.ts";
import { ledgerCommand } from "../../src/cli/ledger.ts";
import type { Config } from "../../src/config.ts";
import { verifyProof } from "../../src/ledger/prove.ts";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { filed, smallCity, tamper } from "./city.ts";
import { request } from "./contract.ts";
import { temporaryFolder } from "./folder.ts";

type Settings = Pick<Config, "dataDir" | "shipTo" | "smtpUrl" | "mailFrom">;
type Command = (args: readonly string[], io: Io, config: Settings) => Promise<number>;
interface Io {
  out(line: string): void;
  err(line: string): void;
}

async function run(command: Command, args: readonly string[], dataDir: string) {
  const settings = { dataDir, shipTo: [], smtpUrl: null, mailFrom: null };
  const [out, err]: [string[], string[]] = [[], []];
  const status = await command(args, { out: (line) => out.push(line), err: (line) => err.push(line) }, settings);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const ledger = (dataDir: string, ...args: string[]) => run(ledgerCommand, args, dataDir);

test("verify says good with 0, a finding with 1 and its place, wrong use with 2", async () => {
  const dataDir = await smallCity();
  expect(await ledger(dataDir, "verify")).toMatchObject({
    status: 0,
    err: "",
    out: expect.stringContaining("The ledger is whole.") as string,
  });
  tamper(dataDir, "UPDATE leaf SET actor = 'person-2' WHERE position = 6");
  const negative = await ledger(dataDir, "verify");
  expect(negative.status).toBe(1);
  expect(negative.out).toContain("FINDING  entry 6, column actor");
  for (const args of [
    [],
    ["verify", "x"],
    ["verify", "--nonsense"],
    ["prove"],
    ["verify", "--checkpoint", "missing"],
  ]) {
    const wrong = await ledger(dataDir, ...args);
    expect(wrong, args.join(" ")).toMatchObject({ status: 2, out: "" });
    expect(wrong.err).not.toBe("");
  }
  expect(await ledger(temporaryFolder(), "verify")).toMatchObject({
    status: 2,
    err: expect.stringContaining("no ledger") as string,
  });
});

test("verify --json prints one document, also for a finding", async () => {
  const dataDir = await smallCity();
  tamper(dataDir, "DELETE FROM node WHERE id = 1");
  const { status, out } = await ledger(dataDir, "verify", "--json");
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    entries: 13,
    findings: [{ place: "node 1 (level 1, ends at entry 2)", kind: "node-altered" }],
  });
});

test("verify --checkpoint checks one kept elsewhere, and refuses a file without any", async () => {
  const dataDir = await smallCity();
  expect((await ledger(dataDir, "verify", "--checkpoint", filed(dataDir))).status).toBe(0);
  const empty = join(dataDir, "empty.txt");
  writeFileSync(empty, "nothing of the kind\n");
  const refused = await ledger(dataDir, "verify", "--checkpoint", empty);
  expect(refused).toMatchObject({ status: 2, err: expect.stringContaining("no checkpoint") as string });
});

test("export and prove fit together: anyone with the verifying key can check any line", async () => {
  const dataDir = await smallCity();
  const lines = (await ledger(dataDir, "export")).out.split("\n");
  const vkey = (await ledger(dataDir, "vkey")).out;
  expect(lines).toHaveLength(13);
  for (const [index, line] of lines.entries()) {
    const proof = `${(await ledger(dataDir, "prove", String(index + 1))).out}\n`;
    expect(proof.startsWith(`c2sp.org/tlog-proof@v1\nindex ${index}\n`)).toBe(true);
    expect(verifyProof(proof, Buffer.from(line), vkey)).toBe(true);
    expect(verifyProof(proof, Buffer.from(`${line} `), vkey)).toBe(false);
    expect(verifyProof(proof.replace(`index ${index}`, `index ${index + 1}`), Buffer.from(line), vkey)).toBe(false);
  }
  const other = (await ledger(await smallCity(), "vkey")).out;
  const proof = `${(await ledger(dataDir, "prove", "1")).out}\n`;
  expect(verifyProof(proof, Buffer.from(lines[0] ?? ""), other)).toBe(false);
});

test("an exported line is the stored leaf, byte for byte", async () => {
  const dataDir = await smallCity();
  const log = openLedger({ dataDir });
  await log.append(
    request({ stream: "中", events: [{ type: "Noted", schema: 1, payload: { text: "试\u2028金石\n" } }] }),
  );
  const hash = await log.leafHash(14);
  log.close();
  const line = (await ledger(dataDir, "export")).out.split("\n")[13] ?? "";
  expect(createHash("sha256").update("\0").update(line).digest("hex")).toBe(hash);
});

test("there is no proof beyond the ledger's end", async () => {
  const dataDir = await smallCity();
  for (const position of ["0", "14", "x", "1.5"]) expect((await ledger(dataDir, "prove", position)).status).toBe(2);
});

test("backup, restore of an older copy, and the declared loss, from the command line", async () => {
  const dataDir = await smallCity();
  const copy = join(temporaryFolder(), "copy");
  expect(await run(backupCommand, [copy], dataDir)).toMatchObject({
    status: 0,
    out: "",
    err: expect.stringContaining("entry 13") as string,
  });
  const log = openLedger({ dataDir });
  await log.append(request({ stream: "late" }));
  log.close();

  expect(await run(restoreCommand, [copy], dataDir)).toMatchObject({
    status: 1,
    err: expect.stringContaining("--accept-loss") as string,
  });
  expect((await ledger(dataDir, "verify")).status).toBe(1);
  expect((await run(restoreCommand, [copy, "--accept-loss"], dataDir)).status).toBe(0);
  expect((await ledger(dataDir, "verify")).status).toBe(0);

  expect((await run(backupCommand, [], dataDir)).status).toBe(2);
  expect((await run(restoreCommand, [temporaryFolder()], dataDir)).status).toBe(2);
});

test("whoever sits at a terminal is asked before a copy is put in place, and a no changes nothing", async () => {
  const dataDir = await smallCity();
  const copy = join(temporaryFolder(), "copy");
  await run(backupCommand, [copy], dataDir);
  const said: string[] = [];
  const io = (answer: boolean) => ({
    out: () => undefined,
    err: (line: string) => void said.push(line),
    ask: async (question: string) => {
      said.push(question);
      return answer;
    },
  });
  expect(await restoreCommand([copy], io(false), { dataDir })).toBe(2);
  expect(said.slice(-2)).toEqual(["Put it in place?", "Nothing was changed."]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith("replaced-"))).toEqual([]);
  said.length = 0;
  expect(await restoreCommand([copy, "--yes"], io(false), { dataDir })).toBe(0);
  expect(said).not.toContain("Put it in place?");
  expect(await restoreCommand([copy], io(true), { dataDir })).toBe(0);
});

test("no message of the ledger carries its key", async () => {
  const dataDir = await smallCity();
  const secret = readFileSync(join(dataDir, "keys", "ledger.key"), "utf8").split("\n")[1] ?? "none";
  for (const args of [["verify", "--json"], ["vkey"], ["prove", "1"], ["export"]]) {
    expect(JSON.stringify(await ledger(dataDir, ...args))).not.toContain(secret);
  }
});

test("a leaf that is no longer text is refused by export, not repaired", async () => {
  const dataDir = await smallCity();
  tamper(dataDir, "UPDATE leaf SET bytes = x'ff00' WHERE position = 2");
  expect(await ledger(dataDir, "export")).toMatchObject({
    status: 2,
    err: expect.stringContaining("Entry 2") as string,
  });
});
