import { existsSync, readFileSync } from "node:fs";
import { readCheckpoints } from "./checkpoint-file.ts";
import type { CheckpointFile } from "./checkpoint-file.ts";
import { LedgerError } from "./errors.ts";

/**
 * Reads checkpoints that were kept elsewhere: one or several, as they come back from a mail or a notepad. A byte order
 * mark, other line ends, quotation marks, spaces at line ends, a dash typed anew, a lost last line end and words around
 * them change nothing that is signed.
 *
 * @throws {LedgerError} "format" where there is no file, or no checkpoint in it.
 */
export function readKeptCheckpoints(file: string): CheckpointFile {
  if (!existsSync(file)) throw new LedgerError("format", `${file}: there is no such file.`);
  const { checkpoints } = readCheckpoints(asSigned(readText(file)));
  if (checkpoints.length === 0) throw new LedgerError("format", `${file}: no checkpoint in it. ${shape}`);
  // The words around them are a mail's, not a damage.
  return { checkpoints, foreign: [] };
}

const shape =
  "It is five lines, none of them broken or joined: the ledger's name, a number, a root that ends in =, nothing, and a signature that begins with a dash.";

/** Windows' Notepad writes UTF-16 where it is told "Unicode". */
function readText(file: string): string {
  const bytes = readFileSync(file);
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(wide).decode(bytes);
}

function asSigned(text: string): string {
  const mail = /^content-transfer-encoding:\s*quoted-printable\s*$/im.test(text) ? fromQuotedPrintable(text) : text;
  const lines = mail
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^(?:\s*>)+ ?/, "").trim())
    .map((line) => line.replace(/^[-–—]{1,2} (?=\S+ [A-Za-z0-9+/]+=*$)/, "— "));
  return `${lines.join("\n")}\n`;
}

/** RFC 2045 §6.7, as mail programs keep a message with a dash in it. */
function fromQuotedPrintable(text: string): string {
  const joined = text.replaceAll(/=[ \t]*\r?\n/g, "");
  return joined.replaceAll(/(?:=[0-9A-F]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"),
  );
}
