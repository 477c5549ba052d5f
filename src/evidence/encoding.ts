import { isUtf8 } from "node:buffer";
import type { Encoding } from "../domain/evidence/encoding.ts";
import type { FileSink, Head } from "./format.ts";

/**
 * What a file's first bytes say. UTF-16 shows by its byte order mark or by the zeros of its ASCII characters; what is
 * strict UTF-8 is UTF-8; anything else is guessed, and says so.
 *
 * @param given the encoding the person names, which nothing overrides
 */
export function headOf(bytes: Uint8Array, given?: Encoding): Head {
  const { encoding, guessed } = given === undefined ? encodingOf(bytes) : { encoding: given, guessed: false };
  return { bytes, encoding, text: new TextDecoder(encoding).decode(bytes), ...(guessed ? { guessed } : {}) };
}

/** How people know an encoding. */
export const encodingTitles: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
  gb18030: "GB18030",
  big5: "Big5",
  shift_jis: "Shift JIS",
};

interface ToldEncoding {
  readonly encoding: Encoding;
  readonly guessed: boolean;
}

function encodingOf(bytes: Uint8Array): ToldEncoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", guessed: false };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", guessed: false };
  const wide = wideOf(bytes);
  if (wide !== null) return { encoding: wide, guessed: false };
  if (isUtf8(bytes.subarray(0, bytes.length - cutTail(bytes)))) return { encoding: "utf-8", guessed: false };
  return eightBitOf(bytes);
}

/** UTF-16 without a mark: every second byte of its ASCII characters is zero, a table's line ends among them. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (!bytes.includes(0)) return null;
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const units = bytes.length / 2;
  if (units < 2) return null;
  if (odd >= units / 10 && even * 20 <= odd) return "utf-16le";
  return even >= units / 10 && odd * 20 <= even ? "utf-16be" : null;
}

/**
 * Bytes that are not UTF-8. Where more characters of it than faults stand among them, it is UTF-8 that was damaged.
 * GB18030 writes Chinese as runs of pairs whose bytes are both high; in Windows-1252 a high byte (é, ü, –) stands
 * between letters.
 */
function eightBitOf(bytes: Uint8Array): ToldEncoding {
  const { characters, faults } = utf8Characters(bytes);
  if (characters > faults) return { encoding: "utf-8", guessed: false };
  return { encoding: eastAsianOf(bytes) ?? "windows-1252", guessed: true };
}

/**
 * Shift JIS shows by its kana (lead bytes 82, 83). Big5 has most of its characters behind the leads A4 to C6, where Windows-1252
 * has capitals and signs, and half of its trail bytes are ASCII, which those of GB2312 never are.
 */
function eastAsianOf(bytes: Uint8Array): Encoding | null {
  const { pairs, kana, frequent, low } = pairsIn(bytes);
  if (pairs === 0) return null;
  if (kana * 10 >= pairs * 3 && decodes(bytes, "shift_jis", pairs)) return "shift_jis";
  if (low > 0 && frequent * 20 >= pairs * 19 && decodes(bytes, "big5", pairs)) return "big5";
  return looksChinese(bytes) ? "gb18030" : null;
}

function pairsIn(bytes: Uint8Array) {
  const seen = { pairs: 0, kana: 0, frequent: 0, low: 0 };
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    at += 1;
    seen.pairs += 1;
    if (lead === 0x82 || lead === 0x83) seen.kana += 1;
    const low = trail >= 0x40 && trail <= 0x7e;
    if (low) seen.low += 1;
    if (lead >= 0xa1 && lead <= 0xc6 && (low || trail >= 0xa1)) seen.frequent += 1;
  }
  return seen;
}

function decodes(bytes: Uint8Array, encoding: Encoding, pairs: number): boolean {
  // Streamed, so that a pair cut where the beginning ends is no fault.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return (text.split("\uFFFD").length - 1) * 20 <= pairs;
}

function utf8Characters(bytes: Uint8Array): { readonly characters: number; readonly faults: number } {
  let characters = 0;
  let faults = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length > 1 && isUtf8(bytes.subarray(at, at + length))) characters += 1;
    else if ((bytes[at] ?? 0) >= 0x80) {
      faults += 1;
      at += 1;
      continue;
    }
    at += Math.max(1, length);
  }
  return { characters, faults };
}

/** Bytes of the UTF-8 character that begins with this byte; 0 where none does. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let high = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    pairs += 1;
    if ((bytes[at + 1] ?? 0) >= 0x80) high += 1;
    at += 1;
  }
  if (high * 10 < pairs * 8 || pairs === 0) return false;
  return decodes(bytes, "gb18030", pairs);
}

/** Bytes at the end that begin a UTF-8 character without finishing it. */
function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
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
      return sink.end(digest);
    },
  };
}

/** Passes the bytes on and tells at the end of the file whether all of them, not its beginning only, were UTF-8. */
export function watched(sink: FileSink, onFault: () => void): FileSink {
  let sound = true;
  let tail = new Uint8Array(0);
  return {
    write: (chunk) => {
      if (sound) ({ sound, tail } = soundUpTo(tail, chunk));
      sink.write(chunk);
    },
    end: (digest) => {
      if (!sound || tail.length > 0) onFault();
      return sink.end(digest);
    },
  };
}

function soundUpTo(tail: Uint8Array, chunk: Uint8Array) {
  const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
  const cut = cutTail(bytes);
  const end = bytes.length - cut;
  return { sound: isUtf8(bytes.subarray(0, end)), tail: new Uint8Array(bytes.subarray(end)) };
}
