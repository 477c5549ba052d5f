import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter } from "age-encryption";
import { archiveOf, unpackArchive } from "./archive.ts";
import type { ArchivedFile } from "./archive.ts";
import { LedgerError, codeOf } from "./errors.ts";
import { digestOf } from "./vault.ts";

/**
 * What a backup is sealed to, or opened with: a passphrase, or keys of age (`age1…` to seal, `AGE-SECRET-KEY-…` to open).
 * The file is one of age's (age-encryption.org/v1: ChaCha20-Poly1305 in chunks, so that a changed byte and a missing end
 * are noticed), holding a tar: `age --decrypt FILE | tar --extract` opens it where there is no Touchstone.
 */
export type Seal = { readonly passphrase: string } | { readonly keys: readonly string[] };

/**
 * Seals the files to one, and reads that back before it answers: byte for byte what was sealed, and with a passphrase
 * also opened to its end.
 *
 * @throws {LedgerError} "restore" for a key that is none, or a disk that did not keep what was written.
 */
export async function sealFolder(
  folder: string,
  files: readonly ArchivedFile[],
  target: string,
  seal: Seal,
): Promise<void> {
  const encrypter = new Encrypter();
  if ("passphrase" in seal) encrypter.setPassphrase(seal.passphrase);
  else for (const key of seal.keys) addKey(() => encrypter.addRecipient(key));
  const sealed = await encrypter.encrypt(ReadableStream.from(archiveOf(folder, files)) as unknown as WebStream);
  const sha256 = createHash("sha256");
  const hashed = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      sha256.update(chunk);
      yield chunk;
    }
  };
  const into = createWriteStream(target, { mode: 0o600, flush: true });
  await pipeline(Readable.fromWeb(sealed as unknown as ReadableStream), hashed, into);
  if ((await digestOf(target)).digest !== sha256.digest("hex"))
    throw new LedgerError("restore", `${target} does not read as it was written: the disk failed.`);
  if ("passphrase" in seal) for await (const _ of opened(target, seal));
}

/** @throws {LedgerError} "restore" where it does not open, or was altered or cut off. */
export async function openSealed(file: string, folder: string, seal: Seal): Promise<void> {
  await unpackArchive(opened(file, seal), folder);
}

async function* opened(file: string, seal: Seal): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  if ("passphrase" in seal) decrypter.addPassphrase(seal.passphrase);
  else for (const key of seal.keys) addKey(() => decrypter.addIdentity(key));
  try {
    const stream = await decrypter.decrypt(Readable.toWeb(createReadStream(file)) as unknown as WebStream);
    yield* stream as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (codeOf(error) !== "") throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerError(
      "restore",
      `${file} does not open: the passphrase or key is not the one it was sealed with, or it was altered or cut off (${why}).`,
      error,
    );
  }
}

/** age's types are the browser's, Node's own stream is the same at run time. */
type WebStream = Parameters<Decrypter["decrypt"]>[0] & ReadableStream<Uint8Array>;

function addKey(add: () => void): void {
  try {
    add();
  } catch (error) {
    throw new LedgerError("restore", "The key file holds a line that is no key of age.", error);
  }
}
