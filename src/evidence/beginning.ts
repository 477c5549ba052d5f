import { closeSync, openSync, readSync } from "node:fs";
import { Readable } from "node:stream";
import { headBytes } from "./feed.ts";
import type { EvidenceFile } from "./format.ts";

/** Archives, which are nothing without their end; a larger one is not looked into. */
const largestArchive = 32 << 20;

/** A file as if it ended with the last whole line of its beginning; an archive is whole. Only for files that lie somewhere. */
export function beginningOf(file: EvidenceFile): EvidenceFile {
  if (!("path" in file) || file.bytes <= headBytes) return file;
  const bytes = new Uint8Array(headBytes);
  const descriptor = openSync(file.path, "r");
  try {
    readSync(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && file.bytes <= largestArchive) return file;
  const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  return { name: file.name, bytes: whole.length, open: () => Readable.from([Buffer.from(whole)]) };
}
