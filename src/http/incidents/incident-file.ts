import type { Request, Response } from "express";
import type { Incident } from "../../domain/technology/state/incidents.ts";
import type { Deps } from "../deps.ts";
import { namedColumns } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { textInFile } from "../say/text.ts";
import { technologyPage } from "../technology-page.ts";
import type { Language } from "../view/languages.ts";
import { inOrderOfUrgency } from "./incident-list.ts";

const columns: readonly NamedColumn[] = [
  { name: "incident" },
  { name: "severity" },
  { name: "occurred", holds: "moment" },
  { name: "learned", holds: "moment" },
  { name: "due", holds: "day" },
  { name: "closed", holds: "moment" },
  { name: "text" },
  { name: "closing" },
];

/** What went wrong, in the order of the page. */
export async function incidentFile({ services }: Deps, req: Request, res: Response): Promise<ListFile> {
  const { row, language, technology } = await technologyPage(services, req, res);
  const incidents = inOrderOfUrgency(technology);
  const digests = incidents.flatMap(({ text, closing }) => [text, closing]);
  const words = await wordsFor(services, res, technology, digests);
  return {
    name: `${row.slug}-incidents`,
    title: language.t("incidents:title", { name: row.name }),
    columns: namedColumns(language, "incidents:file", columns),
    pages: [incidents.map((incident) => incidentLine(language, incident, words))],
  };
}

function incidentLine(language: Language, incident: Incident, words: Words): ListRow {
  const { severity, occurredAt, learnedAt, dueOn, closedAt, text, closing } = incident;
  return [
    incident.incident,
    language.t(`words:severity.${severity}`),
    occurredAt,
    learnedAt,
    dueOn,
    closedAt,
    textInFile(language, words.get(text)),
    closing === null ? null : textInFile(language, words.get(closing)),
  ];
}
