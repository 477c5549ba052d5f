import type { Encoding, FileSink, Head } from "./format.ts";

/** What a file's first bytes say. Without a byte order mark, UTF-16 shows by the zeros of its first ASCII characters. */
export function headOf(bytes: Uint8Array): Head {
  const encoding = encodingOf(bytes);
  return { bytes, encoding, text: new TextDecoder(encoding).decode(bytes) };
}

/** More encodings (GB18030, Windows-1252) have their place here and in `Encoding`. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (bytes.length >= 4 && a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (bytes.length >= 4 && a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return "utf-8";
}

/** A sink of UTF-8 bytes for a file in any encoding; UTF-8 passes through untouched. */
export function transcoded(sink: FileSink, encoding: Encoding): FileSink {
  if (encoding === "utf-8") return sink;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return {
    write: (chunk) => sink.write(encoder.encode(decoder.decode(chunk, { stream: true }))),
    end: (digest) => {
      sink.write(encoder.encode(decoder.decode()));
      sink.end(digest);
    },
  };
}
