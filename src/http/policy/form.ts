import type { Reason } from "../../domain/words/decision.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Typed } from "../forms/typed.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { blocksOf } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { optionalFields, policyFields } from "./fields.ts";
import { isOptional, offeredIn, optionalPath } from "./optional.ts";
import { named } from "./words.ts";

/** The numbers in force, and those the catalogue would begin with: their boxes stay empty. */
export function typedAtFirst(policy: Policy): Typed {
  const catalogue = offeredIn(policy)
    .filter(({ included }) => !included)
    .flatMap(({ indicator }) => optionalFields(indicator))
    .filter(({ path }) => !path.endsWith(".included"));
  return Object.fromEntries([...policyFields(policy), ...catalogue].map(({ path, value }) => [path, value]));
}

export type PartModel = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** Everything but the optional indicators, a section a part. */
export function partsOf(policy: Policy, fields: Fields, language: Language): readonly PartModel[] {
  const inputs = policyFields(policy).filter(({ part }) => part !== "optional");
  return [...new Set(inputs.map(({ part }) => part))].map((part) => ({
    id: `part-${part.replace(".", "-")}`,
    title: partTitle(policy, part, language),
    blocks: blocksOf(
      inputs.filter((input) => input.part === part),
      fields,
      language,
    ),
  }));
}

function partTitle({ criteria }: Policy, part: string, language: Language): string {
  const criterion = part.startsWith("criteria.") ? criteria[Number(part.slice("criteria.".length))] : undefined;
  return criterion === undefined ? language.t(`policy:part.${part}`) : named(language, criterion.name);
}

/** A rule over several numbers speaks at the first of their inputs; one over an indicator at the input named after it. */
export function atItsInput(policy: Policy) {
  return (reason: Reason): Reason => {
    const field = (reason.field ?? "")
      .replace(
        /^criteria\.(\d+)\.indicators\.(\d+)\.byTier\./,
        (_, i, j) => `levels.${keyAt(policy, Number(i), Number(j))}.`,
      )
      .replace(/^criteria\.(\d+)\.indicators\.(\d+)/, (_, i, j) => inputPath(policy, Number(i), Number(j)))
      .replace(/\.value(\.\d+)?$/, ".value")
      .replace(/\.incidentDays\.(\d)$/, ".incidentDays.severity$1")
      .replace(/\.indicators$/, ".indicators.0.weight")
      .replace(/^criteria$/, "criteria.0.weight")
      .replace(/^agreement$/, "agreement.unreliable");
    return { ...reason, field };
  };
}

const keyAt = ({ criteria }: Policy, i: number, j: number): string => criteria[i]?.indicators[j]?.key ?? "";

/** In the form, rows count only what is not optional. */
function inputPath({ criteria }: Policy, i: number, j: number): string {
  const indicators = criteria[i]?.indicators ?? [];
  const indicator = indicators[j];
  if (indicator !== undefined && isOptional(indicator)) return optionalPath(indicator);
  return `criteria.${i}.indicators.${indicators.slice(0, j).filter((one) => !isOptional(one)).length}`;
}
