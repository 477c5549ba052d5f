import { namesOfRisks } from "../../safeguards/risk-register.ts";
import type { SearchedThing } from "../manifest/searched.ts";
import type { Technology } from "../state/technology.ts";

/** Those that the register lists: a draft that nobody has rated is in no list. */
export const ratedRisks = (t: Technology): readonly SearchedThing[] =>
  namesOfRisks(t).map(({ item, position, name }) => ({ item, position, words: { name } }));
