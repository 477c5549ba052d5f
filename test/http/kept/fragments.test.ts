import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFragments } from "../../../src/http/kept/fragments.ts";
import { Html } from "../../../src/http/view/html.ts";

const first = () => 1;
const piece = (text: string) => () => new Html(text);
const refuse = (): Html => {
  throw new Error("made again");
};
/** What one entry with a key of one letter takes, as the store counts it. */
const entry = (letters: number): number => 2 + 4 * letters + 160;

describe("kept pieces of pages", () => {
  it("are made once for a key", () => {
    const kept = createFragments(10_000, first);
    expect(kept.of("row 7 en", piece("<tr>")).text).toBe("<tr>");
    expect(kept.of("row 7 en", refuse).text).toBe("<tr>");
    expect(kept.of("row 8 en", piece("<td>")).text).toBe("<td>");
  });

  it("are bounded by bytes; the one not asked for longest goes first", () => {
    const kept = createFragments(4 * entry(100), first);
    for (const key of ["a", "b", "c", "d"]) kept.of(key, piece(key.repeat(100)));
    expect(kept.bytes).toBe(4 * entry(100));
    kept.of("a", refuse);
    kept.of("e", piece("e".repeat(100)));
    expect(kept.bytes).toBe(4 * entry(100));
    for (const key of ["a", "c", "d", "e"]) kept.of(key, refuse);
    expect(() => kept.of("b", refuse)).toThrow("made again");
  });

  it("never take more than they may, and are what was made, whatever is asked in whatever order", () => {
    const asked = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c", "d", "e", "f"), length: fc.nat(300) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(asked, fc.nat(3000), (requests, most) => {
        const kept = createFragments(most, first);
        for (const { key, length } of requests) {
          const name = `${key} ${length}`;
          expect(kept.of(name, piece(key.repeat(length))).text).toBe(key.repeat(length));
          expect(kept.bytes).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it("are not kept where one would push out half of the others, and with no room at all", () => {
    const kept = createFragments(1000, first);
    kept.of("a", piece("a".repeat(400)));
    expect(kept.bytes).toBe(0);
    const none = createFragments(0, first);
    expect([none.of("a", piece("one")).text, none.of("a", piece("two")).text]).toEqual(["one", "two"]);
  });

  it("go with the read models", async () => {
    let generation = 1;
    const kept = createFragments(10_000, () => generation);
    kept.of("a", piece("old"));
    generation = 2;
    expect(kept.of("a", piece("new")).text).toBe("new");
    const late = kept.ready("b", async () => {
      generation = 3;
      return new Html("of the second");
    });
    expect((await late).text).toBe("of the second");
    expect(kept.of("b", piece("of the third")).text).toBe("of the third");
  });

  it("may be waited for", async () => {
    const kept = createFragments(10_000, first);
    expect((await kept.ready("a", async () => new Html("made"))).text).toBe("made");
    expect((await kept.ready("a", async () => refuse())).text).toBe("made");
  });

  it("that could not be made are not kept", async () => {
    const kept = createFragments(10_000, first);
    expect(() => kept.of("a", refuse)).toThrow("made again");
    await expect(kept.ready("a", async () => refuse())).rejects.toThrow("made again");
    expect(kept.of("a", piece("made")).text).toBe("made");
  });
});
