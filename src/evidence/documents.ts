import { isZip } from "./archive/kinds.ts";

/** The office formats of before 2007 are OLE compound files. */
const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const signatures: readonly { readonly format: string; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { format: "PDF", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: "PNG", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "JPEG", bytes: [0xff, 0xd8, 0xff] },
  { format: "GIF", bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: "WebP", bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { format: "Office document", bytes: oleMark },
  { format: "RTF", bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/**
 * The kind of document that the first bytes name, null for anything else. Plain text has no such name: it could be
 * broken data as well, so it is a document only where the person attaching it says so.
 */
export function documentFormat(head: Uint8Array): string | null {
  if (isZip(head)) return packedFormat(head);
  const signature = signatures.find(({ bytes, at = 0 }) => bytes.every((byte, i) => head[at + i] === byte));
  return signature?.format ?? null;
}

/** OOXML and OpenDocument are ZIP archives that name their parts in front of them. */
function packedFormat(head: Uint8Array): string {
  const names = Buffer.from(head.subarray(0, 1 << 14)).toString("latin1");
  return /\[Content_Types\]\.xml|_rels\/|mimetypeapplication\//.test(names) ? "Office document" : "ZIP archive";
}

/** An Excel workbook of before 2007: a stream named Workbook or Book in its directory. */
export function isOldWorkbook(head: Uint8Array): boolean {
  if (!oleMark.every((byte, i) => head[i] === byte)) return false;
  const text = Buffer.from(head).toString("latin1");
  return text.includes("W\0o\0r\0k\0b\0o\0o\0k\0") || text.includes("B\0o\0o\0k\0\0\0");
}
