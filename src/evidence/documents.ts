const signatures: readonly { readonly format: string; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { format: "PDF", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: "PNG", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "JPEG", bytes: [0xff, 0xd8, 0xff] },
  { format: "GIF", bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: "WebP", bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  // OOXML and OpenDocument are ZIP archives, the older office formats OLE compound files.
  { format: "Office document", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: "Office document", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: "RTF", bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/**
 * The kind of document that the first bytes name, null for anything else. Plain text has no such name: it could be
 * broken data as well, so it is a document only where the person attaching it says so.
 */
export function documentFormat(head: Uint8Array): string | null {
  const signature = signatures.find(({ bytes, at = 0 }) => bytes.every((byte, i) => head[at + i] === byte));
  return signature?.format ?? null;
}
