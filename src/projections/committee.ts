import type { Seats } from "../domain/committee/membership.ts";
import type { Records } from "./records.ts";

export interface CommitteeReader {
  /** Every term of every member, those that are over too, in the order of the appointments. */
  seats(): Seats;
}

const none: Seats = [];

export const committeeReader = (records: Records): CommitteeReader => ({
  seats: () => records.all<Seats>("committee").get("") ?? none,
});
