import type { Deps } from "../deps.ts";
import { isDay } from "../../domain/words/days.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { DayOrInstant } from "../../domain/technology/manifest/warnings.ts";
import type { ListedWarning } from "../../projections/warnings/types.ts";
import type { House } from "../house.ts";
import type { WarningWords } from "../room-words.ts";
import { departmentName } from "./department.ts";
import type { NamedDepartment } from "./department.ts";
import type { Names } from "./names.ts";
import type { TagModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

export type WarningsAround = {
  readonly house: House["warnings"];
  readonly policy: Policy;
  readonly departments: readonly NamedDepartment[];
  readonly today: string;
  readonly names: Names;
  /** How risks are called, by technology and item: a number says nothing to whoever reads a list. */
  readonly risks: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

/** What their words need beside them, for some that are shown together. */
export async function warningsAround(
  { services, house, people }: Deps,
  items: readonly ListedWarning[],
): Promise<WarningsAround> {
  return {
    house: house.warnings,
    policy: services.views.policies.current(),
    departments: services.views.departments.all(),
    today: services.today(),
    names: await people.names(items.flatMap(({ person }) => person ?? [])),
    risks: services.views.risks.names(items.flatMap((item) => (riskIn(item) === null ? [] : [item.technology.id]))),
  };
}

/** One warning in words: what, since when or by when, who has it, and the next step. */
export type SaidWarning = {
  readonly what: string;
  readonly technology: { readonly text: string; readonly href: string };
  readonly department: string;
  readonly tag: TagModel;
  readonly since: string;
  readonly due: string;
  /** "in 4 days" beside it, for a day; "4 days late", for an instant too. */
  readonly left: string;
  readonly late: boolean;
  readonly who: string;
  readonly next: { readonly text: string; readonly href: string };
};

export function warningSaid(language: Language, around: WarningsAround, warning: ListedWarning): SaidWarning {
  const { t, format } = language;
  const { technology, kind, due, from, late, weight, person, role } = warning;
  const words = wordsOf(around.house, warning);
  const values = {
    ...(words.values?.(language, warning, around.policy) ?? warning.params),
    ...riskNamed(around, warning),
  };
  return {
    what: t(late && t.has(`warnings:late.${kind}`) ? `warnings:late.${kind}` : `warnings:kind.${kind}`, values),
    technology: { text: technology.name, href: `/technologies/${technology.slug}` },
    department: departmentName(language, around.departments, technology.department),
    tag: late
      ? tag(t, "late", t("warnings:state.late"))
      : tag(t, weight === "serious" ? "unmet" : "waits", t(`warnings:state.${stateOf(warning)}`)),
    since: words.undated === true ? "" : t("warnings:since", { day: moment(language, from) }),
    due: due === null ? "" : t("warnings:due", { day: moment(language, due) }),
    left: due === null ? "" : isDay(due) || late ? format.due(due, around.today) : "",
    late,
    who:
      person !== null
        ? (around.names.get(person) ?? t("warnings:unknownPerson"))
        : t(`warnings:role.${role ?? "planner"}`),
    next: { text: t(`warnings:next.${kind}`, values), href: words.href(warning) },
  };
}

/** What is there already, and has no day, is not to come. */
const stateOf = ({ weight, due }: ListedWarning) => (weight === "notice" && due === null ? "noted" : weight);

/** The item of a risk, where a warning is about one. */
const riskIn = ({ kind, params }: ListedWarning): string | null =>
  kind.startsWith("risk-") ? String(params["item"]) : null;

function riskNamed({ risks }: WarningsAround, warning: ListedWarning): { readonly risk?: string } {
  const item = riskIn(warning);
  return item === null ? {} : { risk: risks.get(warning.technology.id)?.get(item) ?? item };
}

const moment = ({ format }: Language, when: DayOrInstant): string =>
  isDay(when) ? format.date(when) : format.dateTime(when);

function wordsOf(house: House["warnings"], { kind }: ListedWarning): WarningWords {
  const words = house.get(kind);
  if (words === undefined) throw new Error(`No room says the warning ${kind}`);
  return words;
}
