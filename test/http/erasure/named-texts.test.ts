import { describe, expect, it } from "vitest";
import { namedTexts } from "../../../src/http/erasure/named-texts.ts";
import { house } from "../../../src/http/rooms.ts";
import { erasureRows } from "../../../src/http/erasure/texts-list.ts";
import type { JsonObject } from "../../../src/domain/words/json.ts";
import { aPiece, digest, happened, numbered, stateAfter, submitted, text } from "../../support/technology.ts";
import { realLanguages } from "../view/support.ts";

const story = [...submitted(), happened("EvidenceWithdrawn", { evidence: "e1", reason: text("withdrawn") }, "pia", 36)];
const events = numbered(story).map((event) => ({
  ...event,
  payload: event.payload as unknown as JsonObject,
  stream: "technology-x",
  role: "planner",
  command: "c",
}));
const named = namedTexts(stateAfter(...story), events);

describe("the texts of a technology", () => {
  it("stand once, by the entry that first names them; files and pieces are none of them", () => {
    const found = named.map((one) => one.digest);
    expect(found).toContain(text("withdrawn"));
    expect(found).toContain(text("need"));
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain(aPiece(1).digest);
    expect(found).not.toContain(digest("file load 1"));
    expect(named.find((one) => one.digest === text("need"))).toMatchObject({
      field: "proposal.need",
      event: { type: "TechnologyProposed" },
    });
  });

  it("never show a sealed sheet, and say what was erased", () => {
    const words = new Map([
      [text("sheet eva"), { kind: "text", text: "all my scores" } as const],
      [text("withdrawn"), { kind: "erased" } as const],
    ]);
    const rows = erasureRows(house.tellings, realLanguages().of("en"), "/here", named, words, [text("withdrawn")]);
    const said = rows.map(({ words: shown }) => String(shown)).join("\n");
    expect(said).not.toContain("all my scores");
    expect(said).toContain("A sealed score sheet; nobody reads it here.");
    expect(said).toContain("erased on a legal ground");
    expect(rows.filter(({ erase }) => erase === null)).toHaveLength(1);
  });
});
