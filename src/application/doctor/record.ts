import { LedgerError } from "../../ledger/errors.ts";
import { examineLedger } from "../../ledger/examine.ts";
import type { Examined, KeyState } from "../../ledger/examine.ts";
import { keyName } from "../../ledger/checkpoint.ts";
import { viewsStanding } from "../../projections/standing.ts";
import { finding, good, note } from "./remark.ts";
import type { Remark } from "./remark.ts";
import { counted } from "../../domain/words/counted.ts";

/** The ledger, its key, its head, the clock against its newest entry, and the read models; beside a server. */
export async function recordRemarks(dataDir: string, now: Date): Promise<readonly Remark[]> {
  try {
    const examined = await examineLedger(dataDir);
    return [
      structure(examined),
      head(examined),
      ...keyRemarks(examined.key, examined.vkey),
      ...clock(examined, now),
      views(dataDir, examined),
    ];
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const begins = /^There is no ledger/.test(error.message);
    return [
      begins
        ? note("Ledger", "is not there yet: the first start begins it.")
        : finding("Ledger", error.message, "See: touchstone ledger verify, touchstone restore"),
    ];
  }
}

function structure({ position, bytes, faults }: Examined): Remark {
  const [first, ...more] = faults;
  if (first === undefined)
    return good(
      "Ledger",
      `${counted(position, "entry", "entries")} in ${(bytes / 1e6).toFixed(1)} MB; SQLite finds its file whole.`,
    );
  return finding(
    "Ledger",
    `SQLite finds its file damaged: ${first}${more.length > 0 ? ` (and ${more.length} more)` : ""}.`,
    "Stop the server, copy the folder, look with touchstone ledger verify, and put a backup in place: touchstone restore DIR",
  );
}

const head = ({ head: trouble }: Examined): Remark =>
  trouble === null
    ? good("Checkpoints", "the newest signed head covers the ledger, and none on file contradicts it.")
    : finding("Checkpoints", trouble, "Until then the server is read-only.");

function keyRemarks(key: KeyState, vkey: string): readonly Remark[] {
  const about = "Signing key";
  switch (key.kind) {
    case "right":
      return [
        key.open
          ? finding(
              about,
              "others than its account may read it.",
              "chmod 600 keys/ledger.key, and rotate it if somebody may have: touchstone ledger rotate-key",
            )
          : good(about, `is there and is the ledger's (${keyName(vkey)}). Keep a copy elsewhere.`),
      ];
    case "due":
      return [note(about, "a rotation was not finished: the next start does it.")];
    case "missing":
      return [
        finding(
          about,
          "is missing: nothing can be signed, so the server does not start.",
          "Put keys/ledger.key back from where you keep it. Lost for good, what stands can still be read, verified and proved.",
        ),
      ];
    case "foreign":
      return [
        finding(about, "is not the ledger's.", "Put the ledger's own key back; touchstone ledger vkey names it."),
      ];
    case "unreadable":
      return [
        finding(
          about,
          "cannot be read as a key by this account.",
          "Look at its owner and permissions, or put the copy back.",
        ),
      ];
    default:
      return key satisfies never;
  }
}

const aMoment = 120_000;

/** Entries never go back in time: a clock that does gives them the time of the newest one. */
function clock({ newest }: Examined, now: Date): readonly Remark[] {
  if (newest === null) return [];
  const ahead = Date.parse(newest) - now.getTime();
  if (ahead <= aMoment) return [good("Clock", `is not behind the newest entry (${newest}).`)];
  return [
    finding(
      "Clock",
      `is ${Math.round(ahead / 60_000)} minutes behind the newest entry (${newest}): deadlines are reckoned by it.`,
      "Set this machine's clock, and let it be kept by NTP. Was it ahead when that was entered, the entry keeps its time.",
    ),
  ];
}

function views(dataDir: string, { position }: Examined): Remark {
  const standing = viewsStanding(dataDir);
  if (standing === "missing" || standing === "other")
    return note(
      "Lists",
      `${standing === "missing" ? "are not made yet" : "are of another version or damaged"}: the next start makes them.`,
    );
  const behind = position - standing.position;
  return behind <= 0
    ? good("Lists", "have taken in every entry.")
    : note("Lists", `have ${counted(behind, "entry", "entries")} to take in; a running server does that by itself.`);
}
