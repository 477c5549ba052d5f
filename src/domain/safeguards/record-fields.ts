import { dataRecordKey } from "./data-sets.ts";
import { dossierKey } from "./algorithm.ts";
import { tiesKey } from "./audit-ground.ts";

/** The statements that a public record is drawn from, in the order in which its page names them. */
export const recordKinds = [
  dossierKey,
  tiesKey,
  dataRecordKey,
  "impact-assessment",
  "personal-impact",
  "independent-audit",
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Tier 1 is one section, for everybody; tier 2 are the others. */
export const recordSections = ["summary", "owner", "rationale", "process", "tool", "data", "risks"] as const;
export type RecordSection = (typeof recordSections)[number];

export const tierOf = (section: RecordSection): 1 | 2 => (section === "summary" ? 1 : 2);

/** Where a field of the standard is written here: in the proposal, or at questions of a statement. */
export type FieldRule = { readonly section: RecordSection; readonly field: string } & (
  | { readonly from: "proposal"; readonly parts: readonly ProposalPart[] }
  | { readonly from: RecordKind; readonly parts: readonly string[] }
  /** At a question of every row of `rows`: a field a row. */
  | { readonly from: RecordKind; readonly rows: string; readonly named: string; readonly parts: readonly string[] }
  /** What the reviewed statement brought: its tier. */
  | { readonly from: RecordKind; readonly fixed: "tier" }
  | { readonly from: RecordKind; readonly acceptedOn: true }
);

export type ProposalPart = "name" | "summary" | "need" | "department" | "sponsor" | "risks";

/**
 * The fields of the UK Algorithmic Transparency Recording Standard, tier 1 and tier 2, in its order. Source: the standard's template, version 3.0 and the newer one.
 */
export const fieldRules: readonly FieldRule[] = [
  { section: "summary", field: "name", from: "proposal", parts: ["name"] },
  { section: "summary", field: "description", from: "proposal", parts: ["summary", "need"] },
  { section: "summary", field: "website", from: dossierKey, parts: ["website"] },
  { section: "summary", field: "contact", from: dossierKey, parts: ["contact"] },
  { section: "owner", field: "organisation", from: "proposal", parts: ["department"] },
  { section: "owner", field: "team", from: dossierKey, parts: ["team"] },
  { section: "owner", field: "seniorOwner", from: "proposal", parts: ["sponsor"] },
  { section: "owner", field: "supplierInvolved", from: tiesKey, parts: ["anybody"] },
  {
    section: "owner",
    field: "supplier",
    from: tiesKey,
    rows: "ties",
    named: "organisation",
    parts: ["organisation", "relation", "other"],
  },
  ...ofEachSupplier("companyNumber", "procurement", "dataAccess"),
  { section: "rationale", field: "detailed", from: dossierKey, parts: ["logic"] },
  { section: "rationale", field: "scope", from: dossierKey, parts: ["purpose", "limits"] },
  { section: "rationale", field: "benefits", from: dossierKey, parts: ["benefits"] },
  { section: "rationale", field: "previous", from: dossierKey, parts: ["previous"] },
  { section: "rationale", field: "alternatives", from: dossierKey, parts: ["alternatives"] },
  { section: "process", field: "integration", from: dossierKey, parts: ["integration"] },
  { section: "process", field: "provided", from: dossierKey, parts: ["explained"] },
  { section: "process", field: "scale", from: dossierKey, parts: ["scale"] },
  { section: "process", field: "humanReview", from: dossierKey, parts: ["decides", "review", "reviewHow"] },
  { section: "process", field: "training", from: dossierKey, parts: ["training"] },
  { section: "process", field: "appeals", from: dossierKey, parts: ["contest"] },
  { section: "tool", field: "architecture", from: dossierKey, parts: ["architecture"] },
  { section: "tool", field: "phase", from: dossierKey, parts: ["phase"] },
  { section: "tool", field: "maintenance", from: dossierKey, parts: ["maintenance"] },
  { section: "tool", field: "models", from: dossierKey, parts: ["version"] },
  { section: "data", field: "collection", from: dossierKey, parts: ["data"] },
  {
    section: "data",
    field: "set",
    from: dataRecordKey,
    rows: "sets",
    named: "setName",
    parts: ["setName", "holds", "purposes", "basis"],
  },
  { section: "data", field: "sensitive", from: dataRecordKey, rows: "sets", named: "setName", parts: ["personal"] },
  {
    section: "data",
    field: "sharing",
    from: dataRecordKey,
    rows: "sets",
    named: "setName",
    parts: ["shared", "sharedWith", "abroad", "abroadHow"],
  },
  {
    section: "data",
    field: "storage",
    from: dataRecordKey,
    rows: "sets",
    named: "setName",
    parts: ["retentionUnit", "retention"],
  },
  ...ofEachSet("modality", "quantities", "completeness", "dataUrl", "cleaning"),
  { section: "risks", field: "risks", from: dossierKey, parts: ["risks"] },
  { section: "risks", field: "impactTier", from: "impact-assessment", fixed: "tier" },
  { section: "risks", field: "impactDay", from: "impact-assessment", acceptedOn: true },
  { section: "risks", field: "personal", from: "personal-impact", parts: ["purpose", "effects", "measures"] },
  { section: "risks", field: "personalDay", from: "personal-impact", parts: ["madeOn"] },
  { section: "risks", field: "audit", from: "independent-audit", parts: ["auditor", "version", "scope"] },
  { section: "risks", field: "auditOpinion", from: "independent-audit", parts: ["opinion", "opinionWhy"] },
  { section: "risks", field: "auditDay", from: "independent-audit", parts: ["reportedOn"] },
];

function ofEachSupplier(...fields: readonly string[]): readonly FieldRule[] {
  return fields.map((field) => ({
    ...{ section: "owner", field, from: tiesKey },
    ...{ rows: "ties", named: "organisation", parts: [field] },
  }));
}

function ofEachSet(...fields: readonly string[]): readonly FieldRule[] {
  return fields.map((field) => ({
    ...{ section: "data", field, from: dataRecordKey },
    ...{ rows: "sets", named: "setName", parts: [field] },
  }));
}
