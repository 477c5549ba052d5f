import type { Policy } from "../../domain/policy/policy.ts";
import { namedColumns } from "../lists/list-file.ts";
import type { ListFile, NamedColumn } from "../lists/list-file.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { addressOf } from "./drawing.ts";
import type { RadarDot, RadarDots } from "./dots.ts";
import { markBeside } from "./marks.ts";
import { boundText, moveText } from "./words.ts";

/** Whose names a table shows, and by which policy its indicators are called. */
export interface RadarNames {
  readonly departments: readonly NamedDepartment[];
  readonly policy: Policy;
}

/** The dots in the order of their numbers: sector by sector, from the middle outwards. */
export function radarTable(language: Language, { dots, sectors }: RadarDots, names: RadarNames): TableModel {
  const { t } = language;
  const letters = new Map(sectors.map(({ key, letter }) => [key, letter]));
  return {
    caption: t("radar:table.caption"),
    columns: [
      { label: t("radar:column.number"), num: true },
      { label: t("radar:column.technology") },
      { label: t("radar:column.ring") },
      { label: t("radar:column.bound") },
    ],
    rows: dots.map((dot) => ({
      cells: [
        { content: String(dot.number), num: true },
        {
          content: html`<a href="/technologies/${dot.row.slug}">${dot.row.name}</a>`,
          header: true,
          sub: placeText(language, dot, names, letters.get(dot.sector) ?? ""),
        },
        {
          content: html`${markBeside(dot.move)} ${ringLink(language, dot)}`,
          sub: moveText(language, dot.move),
        },
        {
          content: boundText(language, names.policy, dot.evidence),
          sub: t("radar:pieces", { count: dot.evidence?.pieces ?? 0 }),
        },
      ],
    })),
  };
}

/** The ring leads to the decision behind it. */
function ringLink({ t }: Language, dot: RadarDot) {
  const ring = t(`radar:ring.${dot.move.now.ring}`);
  return dot.decision === null ? ring : html`<a href="${addressOf(dot)}">${ring}</a>`;
}

function placeText(language: Language, { row }: RadarDot, { departments }: RadarNames, letter: string): string {
  const department = departmentName(language, departments, row.department);
  return letter === "" ? department : `${letter} · ${department}`;
}

const columns: readonly NamedColumn[] = [
  { name: "number", holds: "number" },
  { name: "technology" },
  { name: "key" },
  { name: "department" },
  { name: "tier" },
  { name: "ring" },
  { name: "before" },
  { name: "movement" },
  { name: "asserted", holds: "yes-no" },
  { name: "worst" },
  { name: "points", holds: "number" },
  { name: "pieces", holds: "number" },
  { name: "gate" },
  { name: "decidedOn", holds: "day" },
];

/** The same as a file, with what stands behind each dot. */
export function radarFile(language: Language, { dots }: RadarDots, { departments, policy }: RadarNames): ListFile {
  const { t } = language;
  return {
    name: "radar",
    title: t("radar:title"),
    columns: namedColumns(language, "radar:column", columns),
    pages: [
      dots.map(({ number, row, move, evidence, decision }) => [
        number,
        row.name,
        row.slug,
        departmentName(language, departments, row.department),
        t(`words:tier.${row.tier}`),
        t(`radar:ring.${move.now.ring}`),
        move.before === null ? null : t(`radar:ring.${move.before.ring}`),
        t(`radar:movement.${move.movement}`),
        move.now.asserted,
        boundText(language, policy, evidence),
        evidence?.clearance?.points == null ? null : Math.round(evidence.clearance.points * 10) / 10,
        evidence?.pieces ?? 0,
        decision === null ? null : t(`words:gate.${decision.gate}`),
        decision?.on ?? null,
      ]),
    ],
  };
}
