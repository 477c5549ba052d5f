import fc from "fast-check";
import { expect, it } from "vitest";
import { movements } from "../../../src/domain/radar/movement.ts";
import { zalandoRings } from "../../../src/domain/radar/radar-entry.ts";
import type { RadarEntry } from "../../../src/domain/radar/radar-entry.ts";
import { radarInMarkdown } from "../../../src/domain/radar/read-aoe.ts";
import { radarInJson } from "../../../src/domain/radar/read-json.ts";
import { toAoe, toBackstage, toByor, toZalando } from "../../../src/domain/radar/write.ts";
import type { LeavingEntry, LeavingRadar } from "../../../src/domain/radar/write.ts";
import type { Json } from "../../../src/domain/words/json.ts";

/** One line of text, with everything that formats give a meaning. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", "<b>", "&amp;", "---", ": ", "\\", "部门", "a", "=1"),
      fc.string({ maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) =>
    parts
      .join("")
      .replaceAll(/[\s\p{C}\p{Z}]+/gu, " ")
      .trim(),
  )
  .filter((text) => text !== "");

const sectors = ["Transport", "卫生健康委", 'The "other" one', "D"];

const radars: fc.Arbitrary<LeavingRadar> = fc
  .array(
    fc.record({
      name: words,
      ring: fc.constantFrom(...zalandoRings),
      sector: fc.constantFrom(...sectors),
      movement: fc.constantFrom(...movements),
      description: fc.oneof(fc.constant(""), words),
      was: fc.constantFrom(...zalandoRings),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((dots) => ({
    title: "Radar",
    from: "2026-01-01",
    to: "2026-03-31",
    sectors,
    entries: dots.map(({ was, ...dot }, at) => ({
      ...dot,
      id: `technology-${String(at).padStart(2, "0")}`,
      link: `/technologies/technology-${at}`,
      before: beforeOf(dot, was),
    })),
  }));

/** What an entry that moved so was before. */
function beforeOf({ movement, ring }: Pick<LeavingEntry, "movement" | "ring">, was: string): string | null {
  if (movement === "new") return null;
  if (movement === "unmoved") return ring;
  return was === ring ? (zalandoRings.find((other) => other !== ring) ?? null) : was;
}

const moved = { new: "new", in: "moved in", out: "moved out", unmoved: "no change" };
/** All that there is to say of a dot. */
const said = ({ id, name, ring, sector, movement, description, link }: LeavingEntry): RadarEntry => ({
  id,
  name,
  ring,
  sector,
  moved: moved[movement],
  description,
  link,
});

const read = (json: unknown) => radarInJson(JSON.parse(JSON.stringify(json)) as Json);

it("is read back the same from each format, as far as the format has a place for it", () => {
  fc.assert(
    fc.property(radars, (radar) => {
      const all = radar.entries.map(said);
      expect(read(toBackstage(radar))).toEqual({ format: "backstage", entries: all });
      expect(read(toByor(radar))).toEqual({
        format: "byor",
        entries: all.map((entry) => ({ ...entry, id: "", link: "" })),
      });
      expect(read(toZalando(radar))).toEqual({
        format: "zalando",
        entries: all.map((entry) => ({
          ...entry,
          id: "",
          description: "",
          sector: `quadrant ${sectors.indexOf(entry.sector) + 1}`,
        })),
      });
      expect(radarInMarkdown(toAoe(radar))).toEqual(
        all.map((entry) => ({ ...entry, link: "", moved: entry.moved.startsWith("moved") ? "changed" : entry.moved })),
      );
    }),
    { numRuns: 200 },
  );
});
