import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageOf } from "../../../src/http/view/pages.ts";

const key = (entry: number): string => String(entry);
const lists = fc.uniqueArray(fc.nat(), { maxLength: 40 });
const sizes = fc.integer({ min: 1, max: 12 });

describe("pages of a list by key", () => {
  it("hold each entry once, in its order", () => {
    fc.assert(
      fc.property(lists, sizes, (all, size) => {
        const seen: number[] = [];
        let after: string | undefined;
        for (;;) {
          const page = pageOf(all, key, { after, size });
          seen.push(...page.entries);
          if (page.next === null) break;
          expect(page.entries).toHaveLength(size);
          after = page.next;
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  it("lead back the way they came", () => {
    fc.assert(
      fc.property(lists, sizes, (all, size) => {
        const first = pageOf(all, key, { after: undefined, size });
        expect(first.previous).toBeNull();
        if (first.next === null) return;
        const second = pageOf(all, key, { after: first.next, size });
        expect(second.previous).toBe("");
        if (second.next === null) return;
        expect(pageOf(all, key, { after: second.next, size }).previous).toBe(first.next);
      }),
    );
  });

  it("are not moved by what came in before them, and begin anew where their place is gone", () => {
    const page = pageOf([9, 1, 2, 3, 4, 5], key, { after: "2", size: 2 });
    expect(page.entries).toEqual([3, 4]);
    expect(pageOf([1, 2, 3], key, { after: "7", size: 2 }).entries).toEqual([1, 2]);
  });
});
