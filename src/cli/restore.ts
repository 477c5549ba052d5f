import { parseArgs } from "node:util";
import { payloadTrouble } from "../application/payload-trouble.ts";
import type { Carried } from "../ledger/carried.ts";
import { keyFile } from "../ledger/key.ts";
import type { Malformed } from "../ledger/malformed.ts";
import { restore } from "../ledger/restore.ts";
import type { RestorePlan, Restored } from "../ledger/restore.ts";
import { explain } from "./explain.ts";
import type { CommandIo, ExitStatus } from "./io.ts";
import { note } from "./note.ts";
import { sealFrom, sealOptions } from "./seal.ts";
import { counted } from "../domain/words/counted.ts";

const usage =
  "restore DIR|FILE [--passphrase-file FILE | --key-file FILE] [--accept-loss] [--accept-malformed] [--yes | --dry-run]";

/**
 * `touchstone restore`: 0 in place or only told, 1 in place and read-only, or told that it would be refused, 2 not done. A
 * copy with entries that are not what their types say is refused: pages that show them would fail, or show what is not so.
 */
export async function restoreCommand(
  args: readonly string[],
  io: Pick<CommandIo, "out" | "err" | "ask">,
  { dataDir }: { readonly dataDir: string },
): Promise<ExitStatus> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...sealOptions,
        "accept-loss": { type: "boolean", default: false },
        "accept-malformed": { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
      },
    });
    const [source, ...rest] = positionals;
    if (source === undefined || rest.length > 0) {
      io.err(`usage: touchstone ${usage}`);
      return 2;
    }
    const seal = sealFrom(values);
    const options = { acceptLoss: values["accept-loss"], now: new Date(), seal, check: payloadTrouble };
    let refused = false;
    const restored = await restore(source, dataDir, options, async (plan) => {
      for (const line of announced(plan)) io.err(line);
      refused = plan.malformed.length > 0 && !values["accept-malformed"];
      if (refused) io.err("It is refused; to put it in place all the same, say --accept-malformed.");
      if (values["dry-run"] || refused) return false;
      return values.yes || io.ask === undefined || io.ask("Put it in place?");
    });
    if (restored === null) {
      if (values["dry-run"]) return refused ? 1 : 0;
      io.err("Nothing was changed.");
      return 2;
    }
    await note(io, dataDir, "restored");
    for (const line of described(restored, dataDir)) io.err(line);
    return restored.readOnly === null ? 0 : 1;
  } catch (error) {
    io.err(explain(error, usage));
    return 2;
  }
}

function announced({ manifest, carried, malformed }: RestorePlan): string[] {
  const { position } = carried;
  return [
    `This copy ends at entry ${manifest.position} and was taken at ${manifest.takenAt}.`,
    position === null
      ? "In place there is no ledger that can be read."
      : `The ledger in place ends at ${position}${position > manifest.position ? `: ${counted(position - manifest.position, "entry is", "entries are")} not in the copy` : ""}.`,
    ...describeMalformed(malformed),
    "When it is put in place:",
    ...consequences(carried, "will be"),
  ];
}

/** The first of them are named, the rest counted. */
function describeMalformed(malformed: readonly Malformed[]): string[] {
  const most = 20;
  if (malformed.length === 0) return [];
  const rest = malformed.length - most;
  return [
    `Entries of this copy that are not what their type says: ${malformed.length}.`,
    ...malformed.slice(0, most).map(({ position, message }) => `  entry ${position}, ${message}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function described(restored: Restored, dataDir: string): string[] {
  const { position, setAside, readOnly, declared, keyPresent, carried } = restored;
  return [
    `Restored to entry ${position}.`,
    ...consequences(carried, "are"),
    ...(setAside === null ? [] : [`The ledger that was there is kept in ${setAside}.`]),
    ...(declared === null
      ? []
      : [`Declared lost, on record: everything after ${declared.keptPosition} up to ${declared.lostPosition}.`]),
    ...describeWithheld(restored),
    ...(readOnly === null ? [] : [readOnly]),
    ...(keyPresent ? [] : [`Put the signing key in ${keyFile(dataDir)} before you start the server.`]),
  ];
}

/** What was taken away on a legal ground must not come back unnoticed. */
function describeWithheld({ broughtBack, withheldAgain }: Restored): string[] {
  const open = broughtBack.filter((entry) => !withheldAgain.includes(entry));
  return [
    ...(withheldAgain.length > 0 ? [`Withheld again, as they were before: entries ${withheldAgain.join(", ")}.`] : []),
    ...(open.length > 0
      ? [
          `This copy brings back what was withheld on a legal ground: entries ${open.join(", ")}. ` +
            "They are withheld again once the ledger can be written.",
        ]
      : []),
  ];
}

/** What an older copy must not bring back, the same before and after. */
function consequences({ passwords, unknown, restricted, texts, files }: Carried, verb: "are" | "will be"): string[] {
  const count = passwords.length;
  return [
    `  All sessions, one-time links and intake tokens ${verb} void: everybody signs in again, pipelines need new tokens.`,
    unknown
      ? `  All passwords ${verb} void (${count}): without a readable ledger in place nobody can say which were changed since.`
      : `  Passwords that were changed since the copy, or are their owner's no longer, ${verb} void: ${count}.`,
    ...(count === 0
      ? []
      : [
          "  Who has no password gets a link: from an administrator on the page “People”, and an administrator by: " +
            "touchstone user link --email EMAIL",
        ]),
    ...(restricted.length === 0
      ? []
      : [
          `  People who were disabled or lost a role since: ${restricted.length}. Their rights come back with the copy, ` +
            `their passwords do not: disable them again on the page “People” (${restricted.join(", ")}).`,
        ]),
    ...(texts.length + files.length === 0
      ? []
      : [`  What was erased since stays erased: ${counted(texts.length, "text")}, ${counted(files.length, "file")}.`]),
  ];
}
