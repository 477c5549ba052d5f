import { Unreadable } from "../unreadable.ts";
import { isGzip, isTar } from "./tar.ts";

/** What else packs files, by its first bytes: named, not opened. */
const others: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: "a 7-Zip archive", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: "a RAR archive", bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: "packed by bzip2", bytes: [0x42, 0x5a, 0x68] },
  { name: "packed by xz", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: "packed by Zstandard", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);

/** Whether a file is opened to see what is in it. */
export const isArchive = (bytes: Uint8Array): boolean => isZip(bytes) || isGzip(bytes) || isTar(bytes);

/** Null for anything else. */
export function otherArchive(bytes: Uint8Array): string | null {
  return others.find((kind) => kind.bytes.every((byte, i) => bytes[i] === byte))?.name ?? null;
}

export type ZipKind =
  | { readonly is: "workbook" }
  | { readonly is: "document"; readonly format: string }
  /** Of a kind that is known and holds nothing to be measured, or nothing that a reader takes. */
  | { readonly is: "unread"; readonly reason: Unreadable }
  | { readonly is: "files" };

/** What kind of file a ZIP archive is, by the names in it and the type that OpenDocument and EPUB put first. */
export function zipKind(names: readonly string[], mimetype: string): ZipKind {
  const has = (name: string): boolean => names.includes(name);
  const below = (folder: string): boolean => names.some((name) => name.startsWith(folder));
  if (has("xl/workbook.bin")) return unread("xlsb");
  if (has("xl/workbook.xml")) return { is: "workbook" };
  if (has("[Content_Types].xml") && below("word/")) return { is: "document", format: "Word document" };
  if (has("[Content_Types].xml") && below("ppt/")) return { is: "document", format: "Presentation" };
  if (mimetype.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return unread("ods");
  if (mimetype.startsWith("application/vnd.oasis.opendocument."))
    return { is: "document", format: "OpenDocument file" };
  if (mimetype.startsWith("application/epub+zip")) return { is: "document", format: "EPUB" };
  if (has("META-INF/MANIFEST.MF")) return unread("jar");
  return { is: "files" };
}

const unread = (key: "xlsb" | "ods" | "jar"): ZipKind => ({ is: "unread", reason: new Unreadable(key) });
