import type { GateView } from "../../application/gate.ts";
import type { TechnologyPage } from "../technology-page.ts";

/** What waits for somebody beside a gate, and what comes near. */
type Ahead = { readonly waiting: number; readonly warnings: number };

/** The news in one or two sentences: where it stands, what is open there, and by when people decide. */
export function newsOf(page: TechnologyPage, gate: GateView | null, ahead: Ahead): string {
  const { row, language } = page;
  const { t, format } = language;
  if (row.gate === null || gate === null)
    return t(`technology:now.${inService(row.stage, ahead)}`, { count: ahead.warnings });
  const word = t(`events:gate.${row.gate}`);
  const count = gate.conditions.filter(({ status }) => status === "unmet" || status === "unknown").length;
  const by = row.gateDue === null ? null : format.date(row.gateDue);
  return [...before(page), atGate()].join(language.locale === "en" ? " " : "");

  function atGate(): string {
    if (count === 0)
      return by === null
        ? t("technology:now.ready", { gate: word })
        : t("technology:now.readyBy", { gate: word, day: by });
    return by === null
      ? t("technology:now.open", { gate: word, count })
      : t("technology:now.openBy", { gate: word, count, day: by });
  }
}

/** Whatever is in service is never said to need nothing where something waits or comes near. */
function inService(stage: string, { waiting, warnings }: Ahead): string {
  if (stage !== "adopted") return stage;
  return waiting > 0 ? "adoptedWaits" : warnings > 0 ? "adoptedWarned" : stage;
}

function before({ row, language, today }: TechnologyPage): string[] {
  const { t, format } = language;
  if (row.rolledBackAt !== null) return [t("technology:now.rolledBack", { day: format.date(row.rolledBackAt) })];
  if (row.pilot === null) return [];
  const day = format.daysBetween(row.pilot.startedOn, today) + 1;
  return day < 1 || day > row.pilot.days ? [] : [t("technology:now.pilotDay", { day, days: row.pilot.days })];
}
