import type { Response } from "express";
import { publicActor } from "../../application/public-actor.ts";
import { proveEntries } from "../../ledger/prove.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";

/** What somebody outside sent: its first entry, and the digest of the words in it. */
type Sent = { readonly position: number; readonly text: string };

/**
 * The file with which whoever holds a receipt code shows, by the program of `/public/verify`, that what they sent is an entry
 * of the signed log. An entry made by the public itself holds nobody's name and comes whole, with the words and their salt as
 * long as they are not erased; of one that staff typed in comes the hash alone.
 */
export async function sendReceiptProof({ services, config }: Deps, res: Response, sent: Sent): Promise<void> {
  const [proved] = await proveEntries(config.dataDir, [sent.position]);
  if (proved === undefined) notFound();
  const { position, bytes, hash, proof } = proved;
  const entry = bytes.toString("utf8");
  const own = isByPublic(entry);
  const stored = own ? (await services.privateTexts.find([sent.text])).get(sent.text) : undefined;
  const words = stored === undefined || stored === "erased" ? {} : { words: { text: stored.text, salt: stored.salt } };
  const receipt = own ? { position, proof, entry, ...words } : { position, proof, leafHash: hash.toString("base64") };
  res.setHeader("Cache-Control", "no-store");
  res.attachment("proof.json");
  res.json({ vkey: services.ledger.vkey, receipt });
}

/** Of an entry that was withheld since nothing is left to read. */
const isByPublic = (entry: string): boolean =>
  entry !== "" && (JSON.parse(entry) as { readonly actor?: unknown }).actor === publicActor.id;
