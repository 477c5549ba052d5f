import fc from "fast-check";
import jsQR from "jsqr";
import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { codeOf, hashOfCode, parseCode } from "../../src/authority/collection-codes.ts";
import { inGroups } from "../../src/domain/words/typed-code.ts";

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const codes = fc
  .tuple(fc.string({ minLength: 10 }), fc.integer({ min: 1, max: 2000 }))
  .map(([key, number]) => codeOf(key, number));

describe("a code", () => {
  it("is read however it is typed, and is the same again for its key and number alone", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(new RegExp(`^[${alphabet}]{12}$`));
        for (const typed of [
          code,
          inGroups(code),
          inGroups(code).toLowerCase(),
          ` ${code.slice(0, 5)} ${code.slice(5)} `,
        ])
          expect(parseCode(typed)).toBe(code);
      }),
    );
    expect(codeOf("key", 1)).toBe(codeOf("key", 1));
    expect(new Set(Array.from({ length: 2000 }, (_, at) => codeOf("key", at + 1))).size).toBe(2000);
    expect(hashOfCode(codeOf("key", 1))).not.toContain(codeOf("key", 1));
  });

  it("is none with one wrong character, or with two that changed places", () => {
    fc.assert(
      fc.property(codes, fc.nat(11), fc.nat(30), (code, at, letter) => {
        const wrong = code.slice(0, at) + alphabet.charAt(letter) + code.slice(at + 1);
        if (wrong !== code) expect(parseCode(wrong)).toBeNull();
        const [one = "", two = ""] = code.slice(at, at + 2);
        const swapped = code.slice(0, at) + two + one + code.slice(at + 2);
        if (swapped.length === 12 && swapped !== code) expect(parseCode(swapped)).toBeNull();
      }),
    );
    for (const none of ["", "K7PM", "K7PM-3XQA-TW90", "x".repeat(5000)]) expect(parseCode(none)).toBeNull();
  });

  it("is read from its QR code by another's decoder", () => {
    const address = `https://touchstone.example.gov/q/${codeOf("key", 1)}`;
    const { data, size } = encode(address, { ecc: "M", border: 4 });
    const scale = 4;
    const pixels = new Uint8ClampedArray(size * size * scale * scale * 4).fill(255);
    for (let y = 0; y < size * scale; y += 1)
      for (let x = 0; x < size * scale; x += 1)
        if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true)
          pixels.fill(0, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
    const decode = jsQR as unknown as (
      pixels: Uint8ClampedArray,
      width: number,
      height: number,
    ) => { data: string } | null;
    expect(decode(pixels, size * scale, size * scale)?.data).toBe(address);
  });
});
