import { may } from "./layout.ts";

/** Columns that tables about people share. */
export const group = may(
  "group",
  ["组别", "人群", "user group"],
  "Group of the person: public, staff, older, disability",
);

export const respondent = may(
  "respondent",
  ["participant", "id", "respondent id", "编号", "受访者"],
  "Pseudonym; counts once",
);
