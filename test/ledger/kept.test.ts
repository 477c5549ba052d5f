import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLedger } from "../../src/ledger/sqlite.ts";
import { filed, smallCity, verify } from "./city.ts";
import { request } from "./contract.ts";

const quoted = (note: string): string => note.replaceAll(/^/gm, "> ").trimEnd();
const asQuotedPrintable = (note: string): string =>
  `Subject: Checkpoint\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n` +
  note
    .replaceAll("=", "=3D")
    .replaceAll("—", "=E2=80=94")
    .replaceAll(/([^\n]{60})/g, "$1=\n")
    .replaceAll("\n", "\r\n");

describe("a checkpoint kept elsewhere is read as it comes back", () => {
  const ways: Readonly<Record<string, (note: string) => string | Buffer>> = {
    "as it was": (note) => note,
    "with a byte order mark": (note) => `\uFEFF${note}`,
    "with carriage returns": (note) => note.replaceAll("\n", "\r\n"),
    "without its last line end": (note) => note.trimEnd(),
    "with blank lines behind": (note) => `${note}\n\n\n`,
    "with spaces at line ends": (note) => note.replaceAll("\n", "  \n"),
    quoted,
    "quoted twice, with words around": (note) => `On Monday you wrote:\n${quoted(quoted(note))}\n\nKind regards\n`,
    "with a hyphen for the dash": (note) => note.replace("—", "-"),
    "as a saved mail": asQuotedPrintable,
    "as a notepad saves it": (note) => Buffer.from(`\uFEFF${note}`, "utf16le"),
    "twice, one after the other": (note) => note + note,
  };

  test.each(Object.keys(ways))("%s", async (way) => {
    const dataDir = await smallCity();
    const note = readFileSync(filed(dataDir), "utf8");
    const kept = join(dataDir, "kept.txt");
    writeFileSync(kept, ways[way]?.(note) ?? "");
    expect(await verify(dataDir, kept)).toMatchObject({ ok: true });

    const ledger = openLedger({ dataDir });
    await ledger.append(request({ stream: "late" }));
    writeFileSync(kept, ways[way]?.(((await ledger.checkpoint()) ?? "").replace("\n14\n", "\n13\n")) ?? "");
    ledger.close();
    expect((await verify(dataDir, kept)).ok, "a note that says otherwise").toBe(false);
  });

  test("and a file without one is wrong use, not a good answer", async () => {
    const dataDir = await smallCity();
    const kept = join(dataDir, "kept.txt");
    writeFileSync(kept, "Nothing in here.\n");
    await expect(verify(dataDir, kept)).rejects.toThrow("no checkpoint in it");
  });
});
