import type { Finding } from "../../ledger/findings.ts";
import type { Verification } from "../../ledger/verify.ts";
import type { FactModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** What a verification found, each finding with its place; none of them is silent. */
export function verificationModel(language: Language, verification: Verification) {
  const { t, format } = language;
  const facts: FactModel[] = [
    { term: t("ledger:verified.entries"), value: format.number(verification.entries) },
    ...(verification.withheld === 0
      ? []
      : [{ term: t("ledger:verified.withheld"), value: format.number(verification.withheld) }]),
    { term: t("ledger:verified.root"), value: verification.root ?? "–" },
    { term: t("ledger:verified.log"), value: verification.logId ?? "–" },
  ];
  const table: TableModel = {
    caption: t("ledger:verified.findings"),
    columns: [
      { label: t("ledger:verified.place") },
      { label: t("ledger:verified.kind") },
      { label: t("ledger:verified.message") },
    ],
    rows: verification.findings.map((finding) => ({
      cells: [
        { content: placeShown(language, finding.place), header: true },
        { content: t(`ledger:finding.${finding.kind}`) },
        { content: whatIsWrong(language, finding) },
      ],
    })),
  };
  // How many entries are withheld stands among the facts.
  const noted = verification.noted.filter(({ kind }) => kind !== "withheld");
  return {
    facts,
    notes: noted.map(({ kind, params }) => t(`ledger:note.${kind}`, params)),
    table: verification.findings.length === 0 ? null : table,
  };
}

/** A sentence for everybody, and what the check says to the letter, which is English everywhere. */
const whatIsWrong = ({ t }: Language, { kind, message }: Finding): Content =>
  html`${t(`ledger:found.${kind}`)}<br /><span class="tiny" lang="en">${message}</span>`;

const places: readonly (readonly [key: string, form: RegExp])[] = [
  ["position", /^entry (?<first>\d+)$/],
  ["positions", /^entries (?<first>\d+)–(?<last>\d+)$/],
  ["column", /^entry (?<first>\d+), column (?<name>\w+)$/],
  ["command", /^command (?<name>\S+)(?: of entr(?:y|ies) (?<first>\d+)(?:–(?<last>\d+))?)?$/],
  ["claim", /^claim (?<name>.+)$/s],
  ["text", /^private text (?<name>\w+)$/],
  ["fileOf", /^vault file (?<name>\w+), named by entry (?<first>\d+)$/],
  ["file", /^vault file (?<name>\w+)$/],
  ["node", /^node (?<name>\d+)/],
  ["head", /^stored checkpoint at (?<first>\d+)$/],
  ["line", /^(?<name>.+), line (?<first>\d+)$/],
];

/** A place in the reader's language; one of another form, a file's name say, as it is. */
function placeShown({ t }: Language, place: string): Content {
  for (const [key, form] of places) {
    const parts = form.exec(place)?.groups;
    if (parts !== undefined) return t(`ledger:place.${key}`, { ...parts });
  }
  return html`<span lang="en">${place}</span>`;
}
