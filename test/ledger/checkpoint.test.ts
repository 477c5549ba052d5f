import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSigner, createVerifier, parseCheckpoint } from "../../src/ledger/checkpoint.ts";

const key = generateKeyPairSync("ed25519").privateKey;
const pem = (k = key): string => k.export({ format: "pem", type: "pkcs8" }).toString();
const signer = createSigner(pem(), "touchstone/0123456789abcdef");
const head = { size: 20852163, root: Buffer.alloc(32, 9) };

test("a checkpoint is a C2SP signed note: origin, size, root, an empty line, one Ed25519 signature", () => {
  const note = signer.sign(head);
  const [origin, size, root, empty, signature = "", end] = note.split("\n");
  expect([origin, size, root, empty, end]).toEqual([
    "touchstone/0123456789abcdef",
    "20852163",
    head.root.toString("base64"),
    "",
    "",
  ]);
  const [dash, name, encoded = ""] = signature.split(" ");
  expect([dash, name]).toEqual(["—", "touchstone/0123456789abcdef"]);
  const bytes = Buffer.from(encoded, "base64");
  expect(bytes).toHaveLength(4 + 64);
  const text = `${[origin, size, root].join("\n")}\n`;
  expect(verify(null, Buffer.from(text), createPublicKey(key), bytes.subarray(4))).toBe(true);
  expect(parseCheckpoint(note)).toEqual({ origin, ...head });
});

test("the published example of a verifying key and its note is accepted", () => {
  // golang.org/x/mod/sumdb/note, package documentation.
  const verifier = createVerifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  expect(verifier.accepts(note)).toBe(true);
  expect(verifier.accepts(note.replace("answer", "Answer"))).toBe(false);
});

test("signatures of witnesses beside ours do not disturb it", () => {
  const witnessed = `${signer.sign(head)}— witness.example mJirIklj1234\n`;
  expect(createVerifier(signer.vkey).accepts(witnessed)).toBe(true);
  expect(parseCheckpoint(witnessed)?.size).toBe(head.size);
});

test("a note changed in any character is not accepted", () => {
  const note = signer.sign(head);
  const verifier = createVerifier(signer.vkey);
  expect(verifier.accepts(note)).toBe(true);
  const lastSignatureCharacter = note.length - 2;
  fc.assert(
    fc.property(fc.nat(lastSignatureCharacter - 2), fc.constantFrom("A", "b", "7", "\n", " "), (at, character) => {
      fc.pre(note[at] !== character);
      expect(verifier.accepts(note.slice(0, at) + character + note.slice(at + 1))).toBe(false);
    }),
  );
});

test("a note of another key under the same name is not accepted", () => {
  const other = createSigner(pem(generateKeyPairSync("ed25519").privateKey), "touchstone/0123456789abcdef");
  expect(createVerifier(signer.vkey).accepts(other.sign(head))).toBe(false);
});

test.each(["", "name", "name+00000000+AA==", signer.vkey.replace(/\+[0-9a-f]{8}\+/, "+00000000+")])(
  "%j is no verifying key",
  (vkey) => {
    expect(() => createVerifier(vkey)).toThrow("malformed");
  },
);

test("a key of another kind does not sign", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  expect(() => createSigner(pem(rsa), "touchstone/1")).toThrow("not an Ed25519 key");
});

test.each([
  "",
  "o\n1\nx\n\n— o AAAA\n",
  "o\n01\n" + "A".repeat(43) + "=\n\n— o AAAA\n",
  "o\n1\n" + "A".repeat(43) + "=\n",
])("%j is no checkpoint", (note) => {
  expect(parseCheckpoint(note)).toBeNull();
});
