import { inflateRawSync } from "node:zlib";
import { Unreadable } from "../unreadable.ts";

/** More members than any export has. */
const mostMembers = 5_000;
/** Of one member, inflated. */
export const largestMember = 256 << 20;
/** Of all members together, as far as they are inflated. */
export const largestTogether = 300 << 20;
/** A member that grows by more is a bomb: text shrinks to a fiftieth at best, but for empty space. */
const greatestRatio = 1_100;

export interface ZipMember {
  readonly name: string;
  /** Inflated, as the directory says; it may lie. */
  readonly bytes: number;
  readonly packed: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header stands. */
  readonly at: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const utf8Names = 0x800;

/**
 * The members that a ZIP archive's directory lists, in its order. Source: PKWARE APPNOTE 6.3.9, §4.3.
 *
 * @returns an Unreadable where the directory is broken, or has more members or bytes than are opened
 */
export function zipMembers(zip: Buffer): readonly ZipMember[] | Unreadable {
  const end = zip.lastIndexOf(Buffer.of(0x50, 0x4b, 0x05, 0x06));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endMark) return new Unreadable("zip-cut");
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) return new Unreadable("zip-64");
  if (count > mostMembers) return new Unreadable("zip-of-too-many", { files: count, most: mostMembers });
  const members: ZipMember[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) return new Unreadable("zip-directory-damaged");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const flags = zip.readUInt16LE(at + 8);
    const name = zip.subarray(at + 46, at + 46 + (nameLength ?? 0));
    members.push({
      name: new TextDecoder((flags & utf8Names) === 0 ? "gb18030" : "utf-8").decode(name),
      bytes: zip.readUInt32LE(at + 24),
      packed: zip.readUInt32LE(at + 20),
      method: zip.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return members;
}

/** The bytes of a member, no more than a limit however small it claims to be; or why there are none. */
export function unzipped(zip: Buffer, member: ZipMember, limit = largestMember): Buffer | Unreadable {
  const { at, packed, method, encrypted, name } = member;
  if (encrypted) return new Unreadable("member-encrypted", { name });
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== localMark) return new Unreadable("member-damaged", { name });
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const data = zip.subarray(begin, begin + packed);
  if (data.length < packed) return new Unreadable("member-cut", { name });
  if (method === 0) return data.length > limit ? tooLarge(name) : data;
  if (method !== 8) return new Unreadable("member-method", { name, method });
  const most = Math.min(limit, packed * greatestRatio + 1_024);
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    return isTooLarge(error) ? tooLarge(name) : new Unreadable("member-damaged", { name });
  }
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

const tooLarge = (name: string): Unreadable => new Unreadable("member-larger", { name });
