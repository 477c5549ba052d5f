import { describe, it } from "vitest";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { accepted, after, careful, itemOf, stating } from "../../support/safeguards.ts";
import { admitted, aPiece, by, day, digest, given, happened, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

const before: readonly Happened[] = [
  ...admitted({ personalInformation: "general" }),
  happened("EvidenceAttached", aPiece(1, { kind: "document", plan: 0 }), "pia", 1),
];
const assessed = accepted(before, "personal-impact", 1, { ...careful["personal-impact"], report: ["e1"] });

const on = (today: string): Facts => ({ ...by("adam", 2), today });
const erasing = (story: readonly Happened[], word: string, today: string) =>
  given(...story).when({ type: "EraseText", digest: text(word), ground: text("law") }, on(today));
const erasingFile = (today: string) =>
  given(...assessed).when(
    { type: "EraseFile", evidence: "e1", digest: digest("file load 1"), ground: text("law") },
    on(today),
  );

describe("the assessment of personal information that was accepted", () => {
  it("keeps its words and its report for three years to the day, whatever the ground of an erasure", () => {
    // Accepted on 3 March 2026.
    for (const word of ["effects", "measures", "automated why"]) {
      erasing(assessed, word, "2029-03-03").thenRefused("KeptByLaw@digest");
      erasing(assessed, word, "2029-03-04").thenAccepted();
    }
    erasingFile("2029-03-03").thenRefused("KeptByLaw@digest");
    erasingFile("2029-03-04").thenAccepted();
  });

  it("is kept where it was written anew since, and where it was dropped", () => {
    const answers = { ...careful["personal-impact"], effects: text("effects anew") };
    const anew = after(assessed, stating(assessed, "personal-impact", answers), by("pia", 2));
    erasing(anew, "effects", day(100)).thenRefused("KeptByLaw@digest");
    erasing(anew, "effects anew", day(100)).thenAccepted();
    const item = itemOf(assessed, "personal-impact") ?? "";
    const dropped = after(assessed, { type: "DropSafeguard", item, text: text("why") }, by("pia", 2));
    erasing(dropped, "effects", day(100)).thenRefused("KeptByLaw@digest");
  });

  it("keeps nothing else from being erased", () => {
    erasing(assessed, "summary", day(100)).thenAccepted();
    const drafted = after(before, stating(before, "personal-impact"), by("pia", 1));
    erasing(drafted, "effects", day(100)).thenAccepted();
  });
});
