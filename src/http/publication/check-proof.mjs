// Checks that a decision, and the entry that told it to the public, stand in the signed log; or that what you wrote does.
// Needs Node 20 or newer and nothing else:   node check-proof.mjs proof.json [VERIFYING-KEY]
// Give the verifying key as you had it from somewhere else; without it, the key in the file is used.
// Formats: https://c2sp.org/tlog-proof, https://c2sp.org/tlog-checkpoint, RFC 6962 and RFC 9162.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
const node = (left, right) => sha256(Buffer.of(1), left, right);
const base64 = (text) => Buffer.from(text, "base64");
const wrong = (why) => {
  throw new Error(why);
};

/** The signed head of the log: how many entries, and the hash over all of them. */
function readCheckpoint(note, vkey) {
  const [body, signatures] = note.split("\n\n");
  const [origin, size, root] = body.split("\n");
  const [, name, id, key] = vkey.trim().match(/^([^+]+)\+([0-9a-f]{8})\+(.+)$/) ?? wrong("this is no verifying key");
  const raw = base64(key).subarray(1);
  const expected = sha256(Buffer.from(`${name}\n`), base64(key)).subarray(0, 4);
  if (origin !== name || expected.toString("hex") !== id) wrong("the key is not the key of this log");
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]);
  const publicKey = createPublicKey({ key: spki, format: "der", type: "spki" });
  const signed = signatures.split("\n").some((line) => {
    const [, , signature] = line.match(/^— (\S+) (\S+)$/) ?? [];
    if (signature === undefined) return false;
    const bytes = base64(signature);
    return (
      bytes.subarray(0, 4).toString("hex") === id &&
      verify(null, Buffer.from(`${body}\n`), publicKey, bytes.subarray(4))
    );
  });
  if (!signed) wrong("the head of the log is not signed by this key");
  return { origin, size: Number(size), root: base64(root) };
}

/** From the hash of one entry up to the root, by the hashes beside its way (RFC 9162, 2.1.3.2). */
function checkInclusion(text, leaf, position, vkey) {
  const [head, ...rest] = text.split("\n\n");
  const [first, index, ...hashes] = head.split("\n");
  if (first !== "c2sp.org/tlog-proof@v1") wrong("this is no proof");
  const checkpoint = readCheckpoint(rest.join("\n\n"), vkey);
  let at = Number(index.replace("index ", ""));
  if (at !== position - 1) wrong("the proof is of another entry");
  if (at >= checkpoint.size) wrong("the log does not reach so far");
  let last = checkpoint.size - 1;
  let hash = leaf;
  for (const sibling of hashes.map(base64)) {
    if (last === 0) wrong("the proof is too long");
    if (at % 2 === 1 || at === last) {
      hash = node(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = node(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  if (last !== 0 || !hash.equals(checkpoint.root)) wrong("the entry is not in the log as it is shown here");
  return checkpoint;
}

function checkDecision({ publication, decision }, vkey) {
  const leaf = sha256(Buffer.of(0), Buffer.from(publication.entry));
  const { origin, size } = checkInclusion(publication.proof, leaf, publication.position, vkey);
  checkInclusion(decision.proof, base64(decision.leafHash), decision.position, vkey);
  const entry = JSON.parse(publication.entry);
  if (entry.type !== "DecisionPublished" || entry.payload.decision !== decision.position)
    wrong("the entry shown does not tell of this decision");
  const { gate, outcome, decidedOn } = entry.payload;
  console.log(`Good. Log ${origin}, ${size} entries, signed.`);
  console.log(`Entry ${decision.position} is a decision of ${decidedOn}: gate ${gate}, outcome ${outcome}.`);
  console.log(`Entry ${publication.position} told it to the public at ${entry.time}.`);
}

/** What somebody outside sent. The entry holds a hash of the words and of a salt beside them; typed in by staff, only its hash is shown. */
function checkReceipt({ position, proof, entry, leafHash, words }, vkey) {
  const leaf = entry === undefined ? base64(leafHash) : sha256(Buffer.of(0), Buffer.from(entry));
  const { origin, size } = checkInclusion(proof, leaf, position, vkey);
  const { type, time, payload } = entry === undefined ? {} : JSON.parse(entry);
  const hash = words && sha256(Buffer.from(words.salt, "hex"), Buffer.from(words.text)).toString("hex");
  if (words && hash !== payload?.text) wrong("the words shown are not those that were entered");
  console.log(`Good. Log ${origin}, ${size} entries, signed.`);
  console.log(`Entry ${position} stands for what was sent${time ? ` at ${time}: ${type}` : ""}.`);
  if (words) console.log(`Its words are: ${JSON.stringify(words.text)}`);
}

try {
  const file = JSON.parse(readFileSync(process.argv[2] ?? 0, "utf8"));
  const vkey = process.argv[3] ?? file.vkey;
  if (file.receipt) checkReceipt(file.receipt, vkey);
  else checkDecision(file, vkey);
} catch (error) {
  console.error(`Wrong: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
