import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in the demonstration's own folder beside its ledger, and marks the folder as its own. */
export interface DemoMark {
  readonly kind: "touchstone-demonstration";
  readonly language: "en" | "zh";
  /** Everyone's password: the people are invented and the folder holds nothing else. */
  readonly password: string;
  /** False until the portfolio has been generated to its end. */
  readonly complete: boolean;
}

/** Said to whoever starts the demonstration in the wrong place. */
export class DemoFolderError extends Error {
  override readonly name = "DemoFolderError";
}

/** The lock of whoever opens the folder, and what SQLite keeps beside it while it is held: they stay where everything else goes. */
const lock = "server.lock";

/** Looks and changes nothing. @throws {DemoFolderError} where the folder is somebody else's. */
export function refuseForeignFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new DemoFolderError(`${folder} is not a folder.`);
  if (readMark(folder) === null && !isEmpty(folder)) {
    throw new DemoFolderError(
      `${folder} holds files that the demonstration did not make. Nothing was touched; name another folder with --data.`,
    );
  }
}

/**
 * The demonstration's folder: begun, taken up again, or begun afresh. A folder that the demonstration did not make is
 * never touched; one whose generation was interrupted is begun again.
 */
export function openDemoFolder(
  folder: string,
  { fresh, language }: { readonly fresh: boolean; readonly language: "en" | "zh" | null },
): DemoMark {
  refuseForeignFolder(folder);
  const earlier = readMark(folder);
  if (earlier !== null && earlier.complete && !fresh) return earlier;
  for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mark: DemoMark = {
    kind: "touchstone-demonstration",
    language: language ?? earlier?.language ?? "en",
    password: passphrase(),
    complete: false,
  };
  writeMark(folder, mark);
  return mark;
}

export function completeDemoFolder(folder: string, mark: DemoMark): DemoMark {
  const complete = { ...mark, complete: true };
  writeMark(folder, complete);
  return complete;
}

const markFile = (folder: string): string => join(folder, "demonstration.json");

function readMark(folder: string): DemoMark | null {
  try {
    const mark = JSON.parse(readFileSync(markFile(folder), "utf8")) as DemoMark;
    return mark.kind === "touchstone-demonstration" ? mark : null;
  } catch {
    return null;
  }
}

function writeMark(folder: string, mark: DemoMark): void {
  writeFileSync(markFile(folder), `${JSON.stringify(mark, null, 2)}\n`, { mode: 0o600, flush: true });
}

const isEmpty = (folder: string): boolean => namesIn(folder).length === 0;

const namesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(lock)) : [];

const stones = [
  "agate",
  "basalt",
  "chert",
  "flint",
  "gneiss",
  "jasper",
  "marble",
  "quartz",
  "schist",
  "slate",
  "topaz",
  "tuff",
] as const;

function passphrase(): string {
  const word = (): string => stones[randomInt(stones.length)] ?? "slate";
  return `${word()}-${word()}-${word()}-${randomInt(100, 1000)}`;
}
