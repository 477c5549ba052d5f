import { gunzipSync } from "node:zlib";
import { Unreadable } from "../unreadable.ts";
import { isTooLarge, largestTogether } from "./zip.ts";

const block = 512;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** "ustar" stands in the first header of every tar archive since 1988. */
export const isTar = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(257, 262)).toString("latin1") === "ustar";

export function gunzipped(bytes: Buffer): Buffer | Unreadable {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestTogether });
  } catch (error) {
    return new Unreadable(isTooLarge(error) ? "larger-unpacked" : "gzip-cut");
  }
}

export interface TarMember {
  readonly name: string;
  readonly content: Buffer;
}

/** The plain files of a tar archive (POSIX ustar, GNU and pax names); links and devices are left out. */
export function tarMembers(tar: Buffer): readonly TarMember[] | Unreadable {
  const members: TarMember[] = [];
  let longName: string | null = null;
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + block);
    const size = Number.parseInt(textIn(header, 124, 12).trim() || "0", 8);
    if (!Number.isSafeInteger(size) || size < 0) return new Unreadable("tar-damaged");
    const content = tar.subarray(at + block, at + block + size);
    if (content.length < size) return new Unreadable("tar-cut");
    const type = textIn(header, 156, 1);
    const name = [textIn(header, 345, 155), textIn(header, 0, 100)].filter((part) => part !== "").join("/");
    if (type === "L") longName = content.toString("utf8").replace(/\0.*$/s, "");
    else if (type === "x") longName = /^\d+ path=(.*)$/m.exec(content.toString("utf8"))?.[1] ?? longName;
    else {
      if (type === "" || type === "0") members.push({ name: longName ?? name, content });
      longName = null;
    }
    at += block + Math.ceil(size / block) * block;
  }
  return members;
}

const textIn = (header: Buffer, from: number, length: number): string =>
  header
    .subarray(from, from + length)
    .toString("utf8")
    .replace(/\0.*$/s, "");
