import { createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** A tree head: size is the number of leaves, which is also the newest position. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** Signs checkpoints after C2SP tlog-checkpoint: a signed note with one Ed25519 signature, named by the origin. */
export interface Signer {
  readonly vkey: string;
  sign(head: TreeHead): string;
  /** Base64, over words of our own; they must not be those of a checkpoint. */
  attest(words: string): string;
}

/** What a verifying key says: name of the log, key id, and whether a note bears this key's valid signature. */
export interface Verifier {
  readonly origin: string;
  accepts(note: string): boolean;
  /** @param signature as `attest` of the signer makes it. */
  attests(words: string, signature: string): boolean;
}

const ED25519 = 0x01;
/** DER of SubjectPublicKeyInfo before the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** @param pem PKCS #8 private key, Ed25519. @throws {Error} where it is not one. */
export function createSigner(pem: string, origin: string): Signer {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error("the key is not an Ed25519 key");
  const publicKey = rawPublicKey(key);
  const id = keyId(origin, publicKey);
  const vkey = `${origin}+${id.toString("hex")}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString("base64")}`;
  return {
    vkey,
    attest: (words) => sign(null, Buffer.from(words), key).toString("base64"),
    sign: (head) => {
      const body = checkpointBody(origin, head);
      const signature = Buffer.concat([id, sign(null, Buffer.from(body), key)]);
      return `${body}\n— ${origin} ${signature.toString("base64")}\n`;
    },
  };
}

function rawPublicKey(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
}

/** C2SP signed-note: the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
function keyId(origin: string, publicKey: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.from(`${origin}\n`), Buffer.of(ED25519), publicKey]);
  return hash("sha256", bytes, "buffer").subarray(0, 4);
}

const checkpointBody = (origin: string, head: TreeHead): string =>
  `${origin}\n${head.size}\n${head.root.toString("base64")}\n`;

/** One note with the signatures of both, as C2SP signed-note allows: the first line is the older key's. */
export function signedByBoth(older: Signer, newer: Signer): Signer {
  return {
    ...newer,
    sign: (head) => {
      const own = newer.sign(head);
      return `${older.sign(head)}${own.slice(own.indexOf("\n\n") + 2)}`;
    },
  };
}

/** What people call a key: the eight digits in its verifying key and in each of its signatures. */
export const keyName = (vkey: string): string => vkey.split("+")[1] ?? "";

/** @param vkey as `ledger vkey` prints it: name+key id+base64(0x01 ‖ public key). @throws {Error} where malformed. */
export function createVerifier(vkey: string): Verifier {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey.trim());
  const [, origin = "", id = "", encoded = ""] = match ?? [];
  const bytes = Buffer.from(encoded, "base64");
  const publicKey = bytes.subarray(1);
  if (bytes.length !== 33 || bytes[0] !== ED25519 || keyId(origin, publicKey).toString("hex") !== id) {
    throw new Error("the verifying key is malformed");
  }
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: "der", type: "spki" });
  return {
    origin,
    accepts: (note) => signaturesOf(note, origin, id).some((s) => verifies(note, s, key)),
    attests: (words, signature) => verify(null, Buffer.from(words), key, Buffer.from(signature, "base64")),
  };
}

function signaturesOf(note: string, origin: string, id: string): Buffer[] {
  return note
    .slice(noteText(note).length + 1)
    .split("\n")
    .filter((line) => line.startsWith(`— ${origin} `))
    .map((line) => Buffer.from(line.slice(`— ${origin} `.length), "base64"))
    .filter((bytes) => bytes.length === 68 && bytes.subarray(0, 4).toString("hex") === id)
    .map((bytes) => bytes.subarray(4));
}

function verifies(note: string, signature: Buffer, key: KeyObject): boolean {
  return verify(null, Buffer.from(noteText(note)), key, signature);
}

/** Text of a signed note, its final newline included; the last empty line parts it from the signatures. */
const noteText = (note: string): string => note.slice(0, note.lastIndexOf("\n\n") + 1);

/** The head a checkpoint names, or null where it is not one. Says nothing about its signature. */
export function parseCheckpoint(note: string): (TreeHead & { readonly origin: string }) | null {
  const match = /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n(?:— \S+ [A-Za-z0-9+/]+=*\n)+$/.exec(note);
  if (match === null) return null;
  const [, origin = "", size = "", root = ""] = match;
  return { origin, size: Number(size), root: Buffer.from(root, "base64") };
}
