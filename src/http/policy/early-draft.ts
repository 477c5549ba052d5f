import type { Policy } from "../../domain/policy/policy.ts";
import type { Typed } from "../forms/typed.ts";
import { typedAtFirst } from "./form.ts";
import { inputOf, offeredIn } from "./offered.ts";

/**
 * A draft as today's form has it. Up to 0.2.0 the form named the inputs of an indicator by its row among those that every
 * plan has, or under `optional`, and neither asked for conditions nor for words: those are then as they are in force.
 */
export function takenUp(typed: Typed, policy: Policy): Typed {
  if (!Object.keys(typed).some((name) => /^criteria\.\d+\.indicators\./.test(name))) return typed;
  const binding = policy.criteria.map(({ indicators }) => indicators.filter(({ optional }) => optional !== true));
  const offered = new Map(offeredIn(policy).map(({ indicator }) => [indicator.key, indicator]));
  const renamed = Object.entries(typed).flatMap(([name, value]): [string, Typed[string]][] => {
    const [, i, j, rule] = /^criteria\.(\d+)\.indicators\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const indicator = rule === undefined ? undefined : binding[Number(i)]?.[Number(j)];
    if (rule !== undefined) return indicator === undefined ? [] : [[`${inputOf(indicator)}.${rule}`, value]];
    const [, key = "", own] = /^optional\.([^.]+)\.(\w+)$/.exec(name) ?? [];
    const choice = offered.get(key);
    if (own === undefined) return [[name, value]];
    return choice === undefined || own === "included" ? [] : [[`${inputOf(choice)}.${own}`, value]];
  });
  const asked = [...offered.values()]
    .filter(({ optional }) => optional === true)
    .map((indicator): [string, string] => [
      `${inputOf(indicator)}.asked`,
      typed[`optional.${indicator.key}.included`] === undefined ? "none" : "chosen",
    ]);
  return { ...typedAtFirst(policy), ...Object.fromEntries(renamed), ...Object.fromEntries(asked) };
}
