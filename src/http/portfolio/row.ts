import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { CriterionScore, ShownRow } from "../../projections/portfolio/types.ts";
import type { RiskMark } from "../../projections/risks/types.ts";
import { cellLine } from "../charts/cell-line.ts";
import { scoreLine, type ScoreLineModel } from "../charts/score-line.ts";
import { html, type Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { standingOf } from "../say/standing.ts";
import { assertedText } from "../say/asserted.ts";
import { departmentName } from "../say/department.ts";
import type { NamedDepartment } from "../say/department.ts";
import { markText, scoreRange, scoreText } from "../say/score-text.ts";

const criteria: readonly CriterionKey[] = ["stability", "capacity", "usability"];

type RowModel = {
  readonly name: string;
  readonly slug: string;
  /** The label of the box that chooses it for a comparison; "" where nobody is choosing. */
  readonly pick: string;
  readonly href: string;
  readonly department: string;
  readonly stage: string;
  readonly held: string;
  /** What a file says of it that no decision here supports. */
  readonly asserted: string;
  /** Of what ended with its lessons on record. */
  readonly result: string;
  /** A term within the day. */
  readonly pressing: { readonly state: "late" | "waits"; readonly text: string } | null;
  readonly scores: readonly { readonly label: string; readonly line: Html; readonly figures: Html }[];
  readonly gate: string;
  /** How many of how many conditions are met: drawn, in figures, and in words. */
  readonly conditions: { readonly cells: Html; readonly met: string; readonly label: string } | null;
  readonly date: string;
  readonly due: { readonly state: "late" | "waits"; readonly text: string } | null;
  readonly dateNote: string;
  /** How much of it is to be warned of. */
  readonly warned: string;
  /** Its worst risk above what may stand. */
  readonly risk: { readonly state: "unmet" | "waived"; readonly text: string; readonly said: string } | null;
};

/** The headings of the scores, with the floors of the policy in force. */
export const columnsOf = (language: Language, policy: Policy) =>
  criteria.map((key) => {
    const { t } = language;
    const floor = policy.criteria.find((criterion) => criterion.key === key)?.floor;
    return {
      label: t(`words:criterion.${key}`),
      sub:
        floor === undefined
          ? t("portfolio:table.drawn")
          : t("portfolio:table.floor", { floor: markText(language, floor) }),
    };
  });

/** What a row shows beside what is stored of the technology. */
type RowGround = {
  readonly today: string;
  readonly marked: number;
  readonly risk: RiskMark | null;
  /** Somebody is choosing technologies for a comparison. */
  readonly comparing: boolean;
};

/** What a list shows of a technology: face.ts tells one from another by it. */
export function rowModel(
  language: Language,
  row: ShownRow,
  departments: readonly NamedDepartment[],
  { today, marked, risk, comparing }: RowGround,
): RowModel {
  const { t } = language;
  return {
    name: row.name,
    slug: row.slug,
    pick: comparing ? t("portfolio:comparison.pick", { name: row.name }) : "",
    href: `/technologies/${row.slug}`,
    department: departmentName(language, departments, row.department),
    stage: stageText(language, row),
    result: row.endedWithResult ? t("portfolio:table.withResult") : "",
    asserted: assertedText(language, row.asserted).join(""),
    held: row.held ? t("common:state.held") : "",
    pressing:
      row.pressing === null
        ? null
        : { state: row.pressing === "overdue" ? "late" : "waits", text: t(`portfolio:pressing.${row.pressing}`) },
    scores: criteria.map((key) => score(language, key, row.criteria[key])),
    ...gateOf(language, row),
    ...dateOf(language, row, today),
    warned: marked === 0 ? "" : t("portfolio:table.warnings", { count: marked }),
    risk: risk === null ? null : riskOf(language, risk),
  };
}

/** Shape and level for the eye; whether somebody answers for it is said, too. */
function riskOf({ t }: Language, { residual, answered }: RiskMark): RowModel["risk"] {
  return {
    state: answered ? "waived" : "unmet",
    text: t("portfolio:table.risk", { level: t(`words:riskStep.${residual}`) }),
    said: t(`portfolio:table.risk${answered ? "Answered" : "Open"}`),
  };
}

/** Under a hold since when, and after one that was rolled back that it was. */
function stageText({ t, format }: Language, { stage, held, heldSince, rolledBackAt }: ShownRow): string {
  const name = t(`words:stage.${stage}`);
  if (held && heldSince !== null) return t("portfolio:table.heldSince", { day: format.dateShort(heldSince) });
  return rolledBackAt === null
    ? name
    : t("portfolio:table.rolledBack", { stage: name, day: format.dateShort(rolledBackAt) });
}

function gateOf({ t }: Language, row: ShownRow): Pick<RowModel, "gate" | "conditions"> {
  const total = row.conditions.length;
  const met = row.conditions.filter((status) => status === "met" || status === "waived").length;
  const wave =
    row.waves === null || row.stage !== "rolling-out"
      ? null
      : t("portfolio:table.wave", {
          number: Math.min(row.waves.complete + 1, row.waves.total),
          total: row.waves.total,
        });
  return {
    gate: wave ?? (row.gate === null ? t(`words:stage.${row.stage}`) : t(`words:gate.${row.gate}`)),
    conditions:
      total === 0
        ? null
        : {
            cells: cellLine([...row.conditions].sort(byStatus)),
            met: `${met}/${total}`,
            label: t("portfolio:table.conditions", { met, total }),
          },
  };
}

const order = { met: 0, unmet: 1, unknown: 2, waived: 3 } as const;
const byStatus = (a: keyof typeof order, b: keyof typeof order): number => order[a] - order[b];

function dateOf(language: Language, row: ShownRow, today: string): Pick<RowModel, "date" | "due" | "dateNote"> {
  const { t, format } = language;
  const what = row.nextWhat === null ? "" : t(`portfolio:what.${row.nextWhat}`);
  const day = row.nextDate === null ? "" : dayNear(language, row.nextDate, today);
  switch (standingOf(row)) {
    case "late":
      return {
        // Beside how many days late it is, no year is missed.
        date: `${format.dateShort(row.nextDate ?? today)} · ${what}`,
        due: { state: "late", text: format.due(row.nextDate ?? today, today) },
        dateNote: "",
      };
    case "held":
      return { date: day, due: null, dateNote: what };
    case "waits":
      return {
        date: row.gateDue === null ? "" : dayNear(language, row.gateDue, today),
        due: { state: "waits", text: t("portfolio:table.decision") },
        dateNote: "",
      };
    case "runs":
      return { date: day, due: null, dateNote: pilotDay(language, row, today) ?? what };
  }
}

/** A day of another year says which: "26 Nov" of next year would look like four days ago. */
const dayNear = ({ format }: Language, day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? format.dateShort(day) : format.date(day);

function pilotDay({ t, format }: Language, { pilot }: ShownRow, today: string): string | null {
  if (pilot === null) return null;
  const day = format.daysBetween(pilot.startedOn, today) + 1;
  return day < 1 || day > pilot.days ? null : t("portfolio:table.pilotDay", { day, days: pilot.days });
}

/** The mark of each state, on a line of scores and beside a bound. */
export const markOfState: { readonly [S in CriterionScore["state"]]: ScoreLineModel["state"] } = {
  cleared: "met",
  measured: "met",
  straddles: "unknown",
  unknown: "unknown",
  beyond: "unmet",
  "not-applicable": "none",
};

function score(language: Language, key: CriterionKey, scored: CriterionScore | null): RowModel["scores"][number] {
  const { t } = language;
  const label = t(`words:criterion.${key}`);
  if (scored === null) {
    return { label, line: scoreLine({ state: "none" }), figures: html`${t("portfolio:table.noEvidence")}` };
  }
  const { lower, upper, floor, state } = scored;
  // The mean counts what is unknown 0: it is nobody's estimate.
  const estimate = state === "unknown" ? null : scored.mean;
  const bold = estimate === null ? "" : html`<b>${scoreText(language, estimate, { mark: floor })}</b> `;
  const word = t(`words:indicatorState.${state}`);
  const beside =
    floor === null
      ? t("portfolio:table.beside", { state: word })
      : t("portfolio:table.besideFloor", { floor: markText(language, floor), state: word });
  return {
    label,
    line: scoreLine({ state: markOfState[state], lower, upper, estimate, floor }),
    figures: html`${bold}${scoreRange(language, [lower, upper], { mark: floor })}<span>${beside}</span>`,
  };
}
