import { onOutside } from "../../application/on-outside.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

/** The city lets everybody write about what is in use. */
export const opensFeedback: CityEvent = {
  daysAgo: 18,
  enter: (desk) => administer(desk, onOutside({ type: "OpenDoor", door: "feedback" }), "OpenDoor"),
};
