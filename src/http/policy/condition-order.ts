import { gates } from "../../domain/policy/policy.ts";
import type { Gate, Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { conditionTitle } from "./words.ts";

/** A condition by its key and the place that was typed for it; null where none was. */
type Placed = { readonly key: string; readonly place: number | null };

/**
 * The conditions of a gate in their next order. Those whose place was changed are taken out, and come in again where it
 * says, the others closing up: whoever moves the fifth to the second place need not renumber the rest.
 *
 * @param before the keys in their order so far
 */
export function inNextOrder(before: readonly string[], typed: readonly Placed[]): readonly string[] {
  const standing = new Map(before.map((key, i) => [key, i + 1]));
  const moved = typed.flatMap(({ key, place }) =>
    place === null || place === standing.get(key) ? [] : [{ key, place }],
  );
  const isMoved = new Set(moved.map(({ key }) => key));
  const last = before.length + 1;
  const rest = typed
    .map(({ key }) => key)
    .filter((key) => !isMoved.has(key))
    .toSorted((a, b) => (standing.get(a) ?? last) - (standing.get(b) ?? last));
  const byPlace = moved.toSorted(
    (a, b) => a.place - b.place || (standing.get(a.key) ?? last) - (standing.get(b.key) ?? last),
  );
  return byPlace.reduce((order, { key, place }) => order.toSpliced(place - 1, 0, key), rest);
}

/** Gates that ask the conditions that both versions have in another order, and how each version asks them. */
export function otherOrders(from: Policy, to: Policy, language: Language) {
  return gates.flatMap((gate) => {
    const [was, is] = [common(gate, from, to), common(gate, to, from)];
    if (was.join() === is.join()) return [];
    const list = (keys: readonly string[]): string =>
      keys.map((key, i) => `${i + 1}. ${conditionTitle(language, key)}`).join(language.t("policy:compare.orderJoin"));
    const label = language.t("policy:compare.order", { gate: language.t(`words:gate.${gate}`) });
    return [{ label, was: list(was), is: list(is) }];
  });
}

function common(gate: Gate, { gates: own }: Policy, { gates: others }: Policy): readonly string[] {
  const other = new Set(others[gate].conditions.map(({ key }) => key));
  return own[gate].conditions.map(({ key }) => key).filter((key) => other.has(key));
}
