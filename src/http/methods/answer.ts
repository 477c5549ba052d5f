import type { Json } from "../../domain/words/json.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** A method's answer, or an input, as labelled lines; a table within it is one line a row. */
export function factsOf(
  language: Language,
  answer: Json,
  label: (name: string) => string,
  none: "none" | "missing" = "none",
): FactModel[] {
  if (answer === null || typeof answer !== "object" || Array.isArray(answer))
    return [{ term: label("value"), value: valueText(language, answer, none) }];
  return Object.entries(answer).flatMap(([name, value]) => linesOf(language, label(name), value, label, none));
}

function linesOf(
  language: Language,
  term: string,
  value: Json,
  label: (name: string) => string,
  none: string,
): FactModel[] {
  if (Array.isArray(value) && value.some((item) => item !== null && typeof item === "object"))
    return (value as readonly Json[]).map((item, i) => ({
      term: `${term} ${i + 1}`,
      value: itemText(language, item, label, none),
    }));
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return [{ term, value: valueText(language, value, none) }];
  return Object.entries(value).flatMap(([name, inner]) =>
    linesOf(language, `${term} · ${label(name)}`, inner, label, none),
  );
}

function itemText(language: Language, item: Json, label: (name: string) => string, none: string): string {
  if (item === null || typeof item !== "object" || Array.isArray(item)) return valueText(language, item, none);
  return Object.entries(item)
    .map(([name, value]) => `${label(name)} ${valueText(language, value, none)}`)
    .join(language.locale === "en" ? ", " : "，");
}

function valueText(language: Language, value: Json, none: string): string {
  const { t } = language;
  if (value === null) return t(`methods:value.${none}`);
  if (typeof value === "number") return figureText(language, value);
  if (typeof value === "boolean") return t(value ? "methods:value.yes" : "methods:value.no");
  if (typeof value === "string") return t.has(`methods:value.${value}`) ? t(`methods:value.${value}`) : value;
  if (Array.isArray(value) && value.length > 0)
    return (value as readonly Json[])
      .map((item) => valueText(language, item, none))
      .join(language.locale === "en" ? "; " : "；");
  return t("methods:value.empty");
}

/** Six significant figures; all digits stand in the JSON beside them. */
function figureText({ format }: Language, value: number): string {
  if (Number.isInteger(value)) return format.number(value);
  if (Math.abs(value) < 1e-4) return value.toExponential(5).replace(/^-/, "−").replace("e-", "e−");
  const decimals = (String(Number(value.toPrecision(6))).split(".")[1] ?? "").length;
  return format.number(value, decimals);
}
