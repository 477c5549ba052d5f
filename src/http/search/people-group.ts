import { peopleFound } from "../selection/people-found.ts";
import { personOf } from "../visitor.ts";
import { countSaid, groupOfAll } from "./group.ts";
import type { Asked, Group } from "./group.ts";

/** A name that more people have than these says too little. */
const mostCounted = 500;

/** Who is called so, among those the reader knows of. */
export async function peopleGroup(asked: Asked, alone: boolean): Promise<Group> {
  const { deps, language, res, typed } = asked;
  const people = await peopleFound(deps, language, personOf(res), { text: typed, most: mostCounted + 1 });
  return groupOfAll(
    asked,
    {
      id: "person",
      title: language.t("search:group.person"),
      count: countSaid(language, people.length, mostCounted),
      all: people.slice(0, mostCounted).map(({ text, href, note = "" }) => ({ text, href, note })),
    },
    alone,
  );
}
