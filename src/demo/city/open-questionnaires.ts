import { onOutside } from "../../application/on-outside.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

/** The city lets people without an account answer what its pilots ask. */
export const opensQuestionnaires: CityEvent = {
  daysAgo: 30,
  enter: (desk) => administer(desk, onOutside({ type: "OpenDoor", door: "questionnaires" }), "OpenDoor"),
};
