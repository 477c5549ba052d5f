import { describe, expect, it } from "vitest";
import { safeguardKind } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { PublicRecord } from "../../../src/domain/safeguards/public-record.ts";
import { publicRecord, textsOfField } from "../../../src/domain/safeguards/public-record.ts";
import { accepted, after, allAccepted, careful, piloted, stating } from "../../support/safeguards.ts";
import { aPolicy, by, day, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

function recordOf(story: readonly Happened[], on = 30): PublicRecord {
  return publicRecord(stateAfter(...story), aPolicy(), day(on), (key) => safeguardKind(key)!);
}

const fieldsOf = ({ fields }: PublicRecord, name: string) => fields.filter(({ field }) => field === name);
const gapOf = (record: PublicRecord, name: string) => fieldsOf(record, name).map(({ gap }) => gap);
const sourceOf = ({ sources }: PublicRecord, key: string) => sources.find(({ kind }) => kind === key);
const answersOf = (record: PublicRecord, name: string) =>
  fieldsOf(record, name).flatMap(({ values }) =>
    values.flatMap((value) => (value.as === "answer" ? [[value.question.key, value.answer]] : [])),
  );

const dossier = { ...careful["algorithm-dossier"], contact: "ask@city.example", benefits: text("benefits") };

describe("the draft of a public record", () => {
  it("takes only the proposal's fields where nothing is stated, and names every other one as missing", () => {
    const record = recordOf(piloted());
    expect(record.needed).toBe("unknown");
    const there = record.fields.filter(({ gap }) => gap === null);
    expect(there.map(({ from }) => from)).toEqual(there.map(() => "proposal"));
    expect(there.map(({ field }) => field)).toEqual(["name", "description", "organisation", "seniorOwner"]);
    expect(gapOf(record, "contact")).toEqual(["not-begun"]);
    expect(gapOf(record, "cleaning")).toEqual(["not-begun"]);
    expect(record.missing).toHaveLength(record.fields.length - 4);
  });

  it("takes an accepted answer with its statement, the day and the digest of what was accepted", () => {
    const story = accepted(piloted(), "algorithm-dossier", 21, dossier);
    const record = recordOf(story);
    const [safeguard] = stateAfter(...story).safeguards;
    expect(sourceOf(record, "algorithm-dossier")).toEqual({
      kind: "algorithm-dossier",
      item: "g1",
      state: "in-force",
      accepted: { at: safeguard?.review?.at, of: safeguard?.digest },
    });
    expect(record.needed).toBe("yes");
    expect(answersOf(record, "contact")).toEqual([["contact", "ask@city.example"]]);
    expect(fieldsOf(record, "scope").flatMap(textsOfField)).toEqual([text("algorithm purpose"), text("limits")]);
    expect(answersOf(record, "models")).toEqual([["version", "3.1"]]);
    expect(gapOf(record, "benefits")).toEqual([null]);
    expect(gapOf(record, "website")).toEqual(["unanswered"]);
  });

  it("takes nothing of a statement that is handed in and not accepted", () => {
    const story = after(piloted(), stating(piloted(), "algorithm-dossier", dossier), by("pia", 21));
    const record = recordOf(story);
    expect(sourceOf(record, "algorithm-dossier")).toMatchObject({ state: "submitted", accepted: null });
    expect(gapOf(record, "contact")).toEqual(["not-in-force"]);
    expect(answersOf(record, "contact")).toEqual([]);
    expect(record.needed).toBe("unknown");
  });

  it("takes nothing any longer of an accepted statement that was edited, nor of an audit of the version before", () => {
    const story = allAccepted(piloted());
    expect(gapOf(recordOf(story), "auditOpinion")).toEqual([null]);
    const edited = after(
      story,
      stating(story, "algorithm-dossier", { ...dossier, version: "4", explainedVersion: "4" }, false),
      by("pia", 22),
    );
    const record = recordOf(edited);
    expect(gapOf(record, "models")).toEqual(["not-in-force"]);
    expect(sourceOf(record, "independent-audit")?.state).toBe("reopened");
    expect(gapOf(record, "auditOpinion")).toEqual(["not-in-force"]);
  });

  it("takes nothing of an audit that lapsed, with no event in between", () => {
    const story = allAccepted(piloted());
    expect(gapOf(recordOf(story, 30), "auditDay")).toEqual([null]);
    expect(sourceOf(recordOf(story, 3000), "independent-audit")?.state).toBe("lapsed");
    expect(gapOf(recordOf(story, 3000), "auditDay")).toEqual(["not-in-force"]);
  });

  it("has a field for each data set and each supplier, by its name", () => {
    const record = recordOf(allAccepted(piloted()));
    expect(fieldsOf(record, "sensitive").map(({ of }) => of)).toEqual(["Queue tickets"]);
    expect(answersOf(record, "sensitive")).toEqual([["personal", "general"]]);
    expect(answersOf(record, "sharing")).toEqual([
      ["shared", "no"],
      ["abroad", "no"],
    ]);
    expect(fieldsOf(record, "supplier").map(({ of }) => of)).toEqual(["Beta Systems"]);
    // Of the second tier nobody asks for more.
    expect(gapOf(record, "companyNumber")).toEqual([]);
    expect(gapOf(record, "quantities")).toEqual([]);
  });

  it("has from the third tier on what the standard asks of suppliers and of data, and misses what is not answered", () => {
    const [tie] = careful["supplier-ties"].ties;
    const owner = { organisation: "Gamma Holding", relation: "owns", other: "Beta Systems" };
    const ties = { anybody: "yes", ties: [{ ...tie, companyNumber: "91310000X", procurement: text("tender") }, owner] };
    const [set] = careful["data-record"].sets;
    const sets = { ...careful["data-record"], sets: [{ ...set, modality: ["tables", "images"], quantities: "9,000" }] };
    const begun = accepted(piloted("III"), "supplier-ties", 21, ties);
    const record = recordOf(accepted(begun, "data-record", 21, sets));
    expect(answersOf(record, "companyNumber")).toEqual([["companyNumber", "91310000X"]]);
    expect(fieldsOf(record, "procurement").flatMap(textsOfField)).toEqual([text("tender")]);
    // Whoever owns the supplier supplies nothing and is asked nothing.
    expect(fieldsOf(record, "dataAccess").map(({ of, gap }) => [of, gap])).toEqual([["Beta Systems", "unanswered"]]);
    expect(answersOf(record, "modality")).toEqual([["modality", ["tables", "images"]]]);
    expect(answersOf(record, "quantities")).toEqual([["quantities", "9,000"]]);
    for (const name of ["completeness", "dataUrl", "cleaning"]) expect(gapOf(record, name)).toEqual(["unanswered"]);
  });

  it("misses nothing of a supplier where it is accepted that there is none", () => {
    const record = recordOf(accepted(piloted(), "supplier-ties", 21, { anybody: "no" }));
    expect(answersOf(record, "supplierInvolved")).toEqual([["anybody", "no"]]);
    expect(["supplier", "companyNumber", "procurement", "dataAccess"].flatMap((name) => gapOf(record, name))).toEqual(
      [],
    );
  });

  it("is not needed where it is accepted that it neither decides nor supports, and not because somebody wrote so", () => {
    const neither = { decides: "no" };
    const written = after(piloted(), stating(piloted(), "algorithm-dossier", neither), by("pia", 21));
    expect(recordOf(written).needed).toBe("unknown");
    const record = recordOf(accepted(piloted(), "algorithm-dossier", 21, neither));
    expect(record.needed).toBe("no");
    expect(fieldsOf(record, "logic")).toEqual([]);
  });

  it("draws a tier from the accepted impact assessment", () => {
    const record = recordOf(accepted(piloted(), "impact-assessment", 21));
    expect(fieldsOf(record, "impactTier")[0]?.values).toEqual([{ as: "tier", value: "IV" }]);
  });
});
