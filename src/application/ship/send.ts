import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseCheckpoint } from "../../ledger/checkpoint.ts";
import type { Destination } from "./destination.ts";
import { ShipFailure } from "./failure.ts";
import { mail } from "./mail.ts";
import type { MailSettings } from "./mail.ts";

/** Ms that a destination may take. */
const patience = 20_000;

/** Hands one signed checkpoint to a destination, and returns once that has it. @throws {ShipFailure} */
export async function send(
  destination: Destination,
  note: string,
  settings: MailSettings,
  stopped?: AbortSignal,
): Promise<void> {
  switch (destination.kind) {
    case "folder":
      return inTime(append(destination.path, note));
    case "mail":
      return mail(destination.to, note, settings, patience);
    case "url":
      return post(destination, note, stopped);
  }
}

/** A mount that hangs must not hold up the others. */
async function inTime(work: Promise<void>): Promise<void> {
  const late = setTimeout(patience, null, { ref: false }).then(() => {
    throw new ShipFailure("no-write", "ETIMEDOUT");
  });
  return Promise.race([work, late]);
}

/** The folder is never made: where a mount is missing, its place on this disk is not elsewhere. */
async function append(folder: string, note: string): Promise<void> {
  const place = await stat(folder).catch(() => null);
  if (place?.isDirectory() !== true) throw new ShipFailure("no-folder");
  const name = `${(parseCheckpoint(note)?.origin ?? "touchstone").replace("/", "-")}.checkpoints`;
  try {
    const handle = await open(join(folder, name), "a", 0o644);
    try {
      await handle.writeFile(note);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new ShipFailure("no-write", codeOf(error));
  }
}

/** A redirect is refused: it would carry note and credentials where nobody said they may go. */
async function post(
  { url, authorization }: Extract<Destination, { kind: "url" }>,
  note: string,
  stopped?: AbortSignal,
): Promise<void> {
  const limit = AbortSignal.timeout(patience);
  const answer = await fetch(url, {
    method: "POST",
    body: note,
    headers: { "Content-Type": "text/plain; charset=utf-8", ...(authorization !== null && { authorization }) },
    redirect: "manual",
    signal: stopped === undefined ? limit : AbortSignal.any([limit, stopped]),
  }).catch((error: unknown) => {
    throw new ShipFailure("unreachable", error instanceof Error ? codeOf(error.cause ?? error) : "");
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new ShipFailure("refused", String(answer.status));
}

/** The code alone: messages of the system carry paths and addresses. */
function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "";
}
