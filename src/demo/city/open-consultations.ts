import { onOutside } from "../../application/on-outside.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

/** The city asks everybody before it decides. */
export const opensConsultations: CityEvent = {
  daysAgo: 60,
  enter: (desk) => administer(desk, onOutside({ type: "OpenDoor", door: "consultations" }), "OpenDoor"),
};
