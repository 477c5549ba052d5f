import { onOutside } from "../../application/on-outside.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

/** The city shows its decisions to everybody: what was decided before is told on the first night, the rest after its embargo. */
export const opensPages: CityEvent = {
  daysAgo: 60,
  enter: (desk) => administer(desk, onOutside({ type: "OpenDoor", door: "pages" }), "OpenDoor"),
};
