import type { Deps } from "../deps.ts";
import type { Language } from "../view/languages.ts";
import type { Choices } from "./choices.ts";
import { peopleChoices } from "./people.ts";

/** Whoever ever had an account: what they did is on record, whether they are still here or not. */
export const everybody = ({ services, people }: Pick<Deps, "services" | "people">, language: Language): Choices =>
  peopleChoices(people, language, { among: services.views.people.all(), address: "/people/choices" });
