import { peopleFound } from "../selection/people-found.ts";
import { personOf } from "../visitor.ts";
import { groupOfAll } from "./group.ts";
import type { Asked, Group } from "./group.ts";

/** Who is called so, among those the reader knows of. */
export async function peopleGroup(asked: Asked, alone: boolean): Promise<Group> {
  const { deps, language, res, typed } = asked;
  const people = await peopleFound(deps, language, personOf(res), typed);
  return groupOfAll(
    asked,
    {
      id: "person",
      title: language.t("search:group.person"),
      all: people.map(({ text, href, note = "" }) => ({ text, href, note })),
    },
    alone,
  );
}
