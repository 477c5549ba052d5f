import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256, sha256Words } from "../../src/domain/words/digest.ts";

it("agrees with the published digests of FIPS 180-4", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Words("abc")[0]).toBe(0xba7816bf);
});

it("agrees with the platform's SHA-256 on any text and any bytes", () => {
  const platform = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => sha256(text) === platform(text)));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256(bytes) === platform(bytes)));
});
