import type { Verification } from "../../ledger/verify.ts";
import type { FactModel, TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** What a verification found, each finding with its place; none of them is silent. */
export function verificationModel({ t, format }: Language, found: Verification) {
  const facts: FactModel[] = [
    { term: t("ledger:verified.entries"), value: format.number(found.entries) },
    ...(found.withheld === 0 ? [] : [{ term: t("ledger:verified.withheld"), value: format.number(found.withheld) }]),
    { term: t("ledger:verified.root"), value: found.root ?? "–" },
    { term: t("ledger:verified.log"), value: found.logId ?? "–" },
  ];
  const table: TableModel = {
    caption: t("ledger:verified.findings"),
    columns: [
      { label: t("ledger:verified.place") },
      { label: t("ledger:verified.kind") },
      { label: t("ledger:verified.message") },
    ],
    rows: found.findings.map(({ place, kind, message }) => ({
      cells: [{ content: place, header: true }, { content: t(`ledger:finding.${kind}`) }, { content: message }],
    })),
  };
  return { facts, notes: found.notes, table: found.findings.length === 0 ? null : table };
}
