/**
 * SHA-256 (FIPS 180-4) in plain arithmetic, because the domain imports nothing: for seeds and for digests of small
 * canonical texts. Files are hashed by the platform, outside the domain.
 */

/** Lower-case hex of the digest of a text's UTF-8 bytes, or of bytes as they are. */
export function sha256(message: string | Uint8Array): string {
  return sha256Words(message)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
}

/** The digest as eight unsigned 32-bit words, first word first. */
export function sha256Words(message: string | Uint8Array): number[] {
  const bytes = padded(typeof message === "string" ? new TextEncoder().encode(message) : message);
  const view = new DataView(bytes.buffer);
  const hash = Uint32Array.from(INITIAL);
  const schedule = new Uint32Array(64);
  for (let offset = 0; offset < bytes.length; offset += 64) compress(hash, schedule, view, offset);
  return [...hash];
}

/** The message, 0x80, zeros, and its length in bits as 64-bit big endian: a multiple of 64 bytes. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return bytes;
}

function compress(hash: Uint32Array, w: Uint32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + i * 4);
  for (let i = 16; i < 64; i++) w[i] = at(w, i - 16) + small0(at(w, i - 15)) + at(w, i - 7) + small1(at(w, i - 2));
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const t1 = (h + big1(e) + ((e & f) ^ (~e & g)) + at(CONSTANTS, i) + at(w, i)) | 0;
    const t2 = (big0(a) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = at(hash, i) + word));
}

const at = (words: Uint32Array, i: number): number => words[i] ?? 0;
const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const small0 = (x: number): number => rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
const small1 = (x: number): number => rotate(x, 17) ^ rotate(x, 19) ^ (x >>> 10);
const big0 = (x: number): number => rotate(x, 2) ^ rotate(x, 13) ^ rotate(x, 22);
const big1 = (x: number): number => rotate(x, 6) ^ rotate(x, 11) ^ rotate(x, 25);

/** First 32 fraction bits of the cube roots of the first 64 primes, and of the square roots of the first eight. */
const PRIMES = firstPrimes(64);
const CONSTANTS = Uint32Array.from(PRIMES, (p) => rootFraction(BigInt(p), 3n));
const INITIAL = PRIMES.slice(0, 8).map((p) => rootFraction(BigInt(p), 2n));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
}

/** ⌊p^(1/degree)·2³²⌋ mod 2³² in whole numbers, so that no platform's Math.cbrt is trusted. */
function rootFraction(p: bigint, degree: bigint): number {
  const target = p << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}
