import type { CountableKind } from "../../domain/technology/manifest/countable.ts";
import type { Json } from "../../domain/words/json.ts";
import type { CountedThing } from "../../projections/counts/types.ts";
import { chanceText } from "../say/chance.ts";
import { clockName } from "../say/clock.ts";
import { conditionTitle, indicatorName } from "../say/condition.ts";
import { departmentName } from "../say/department.ts";
import { versionSaid } from "../say/standard.ts";
import type { CellModel } from "../view/components.ts";
import type { Ground } from "./ground.ts";

/** Where what was counted is shown. */
export function placeOf(kind: CountableKind, { slug, position, detail }: CountedThing): string {
  if (detail["what"] === "treatment") return `/technologies/${slug}/risks/${textOf(detail["item"])}`;
  if (kind === "promise" || kind === "interface" || kind === "training") return `/technologies/${slug}/safeguards`;
  if (kind === "sharing") return `/technologies/${slug}/sharing`;
  if (["decision", "rollout", "margin", "waiver", "voice"].includes(kind)) return `/decisions/${position ?? 0}`;
  return `/ledger/${position ?? 0}`;
}

/** What it is, in a few words. */
export function whatSaid(ground: Ground, kind: CountableKind, thing: CountedThing): string {
  const { detail, standing } = thing;
  const { language, departments } = ground;
  const { t } = language;
  const word = (name: string): string => textOf(detail[name]);
  switch (kind) {
    case "decision":
    case "rollout":
    case "margin":
      return t(`words:gate.${kind === "decision" ? word("gate") : "rollout"}`);
    case "waiver":
      return conditionTitle(language, word("condition"));
    case "voice":
      return t(`leadership:voice.${word("voice")}`);
    case "deadline":
      return dueSaid(ground, thing);
    case "promise":
      return t("leadership:list.promised", {
        set: word("set"),
        department: departmentName(language, departments, word("department")),
      });
    case "training":
      return t("leadership:list.course", { site: word("site"), role: word("role") });
    case "interface":
      return word("name");
    case "ending":
      return t(`leadership:ended.${word("of")}`);
    case "sharing":
      return t(`leadership:list.${standing}`, { piece: word("piece") });
    case "lesson":
      return t(`leadership:lessonOf.${standing}`);
    default:
      return kind satisfies never;
  }
}

/** Something that was due: a condition by its title where it has one, a duty by the policy's name of it, a risk by its own. */
function dueSaid({ language, views }: Ground, { detail, technology }: CountedThing): string {
  const { t } = language;
  const word = (name: string): string => textOf(detail[name]);
  switch (word("what")) {
    case "clock":
      return clockName(language, views.policies.current(), word("clock"));
    case "treatment": {
      const names = views.risks.names([technology]).get(technology);
      return t("leadership:due.treatment", { risk: names?.get(word("item")) ?? word("item") });
    }
    case "condition":
      return t.has(`conditions:${word("condition")}.title`)
        ? conditionTitle(language, word("condition"))
        : t("leadership:due.condition");
    default:
      return t(`leadership:due.${word("what")}`);
  }
}

/** What a list says beside, of its kind. */
export function factColumns({ language: { t } }: Ground, kind: CountableKind) {
  const named = (name: string, num = false) => ({ label: t(`leadership:list.${name}`), num });
  switch (kind) {
    case "rollout":
    case "margin":
      return [named("fate"), named("margin", true), named("chance", true)];
    case "waiver":
    case "voice":
      return [named("fate")];
    case "deadline":
    case "promise":
    case "training":
      return [named("done")];
    case "interface":
      return [named("standard")];
    default:
      return [];
  }
}

export function factCells(ground: Ground, kind: CountableKind, thing: CountedThing): readonly CellModel[] {
  switch (kind) {
    case "rollout":
    case "margin":
      return [fateCell(ground, thing), marginCell(ground, thing), chanceCell(ground, thing)];
    case "waiver":
    case "voice":
      return [fateCell(ground, thing)];
    case "deadline":
    case "promise":
    case "training":
      return [{ content: doneSaid(ground, thing) }];
    case "interface":
      return [{ content: standardSaid(ground, thing) }];
    default:
      return [];
  }
}

const fateCell = ({ language: { t } }: Ground, { standing }: CountedThing): CellModel => ({
  content: t(`leadership:fate.${standing.split(".").at(-1) ?? ""}`),
});

function doneSaid({ language: { t, format }, today }: Ground, { detail, day, standing }: CountedThing): string {
  const done = textOf(detail["done"]);
  if (done !== "") return format.date(done);
  return standing === "withdrawn" ? t("leadership:list.withdrawn") : format.due(day, today);
}

function standardSaid({ language, views }: Ground, { detail }: CountedThing): string {
  const standard = textOf(detail["standard"]);
  const register = (key: string) => views.standards.of(key);
  return standard === "" ? language.t("interfaces:none") : versionSaid(language, register, standard);
}

const chanceCell = ({ language }: Ground, { detail: { chance } }: CountedThing): CellModel => ({
  content: typeof chance === "number" ? chanceText(language, chance) : language.t("leadership:list.unknown"),
  num: true,
});

/** In points of a hundred, with what it is the margin of. */
function marginCell({ language, views }: Ground, { detail: { margin, tightest } }: CountedThing): CellModel {
  const { t, format } = language;
  const [key = ""] = textOf(tightest).split("@");
  const criterion = `words:criterion.${key}`;
  const name = t.has(criterion) ? t(criterion) : indicatorName(language, views.policies.current(), key);
  return {
    content: typeof margin === "number" ? format.number(margin, 1) : t("leadership:list.unknown"),
    num: true,
    ...(key !== "" && { sub: name }),
  };
}

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
