import { texts } from "../../application/texts.ts";
import { mostSearchedCounted } from "../../projections/searched/searched.ts";
import type { SearchHit } from "../../projections/searched/types.ts";
import { departmentName } from "../say/department.ts";
import { textInFile } from "../say/text.ts";
import { excerptOf } from "./excerpt.ts";
import { addressOf, countSaid, few, pageSize, pagerOf } from "./group.ts";
import type { Asked, Group, Hit } from "./group.ts";

/** What a chapter lets a search find, the newest first. The index has figure that the person may read each. */
export const thingsGroup =
  (kind: string) =>
  async (asked: Asked, alone: boolean): Promise<Group | null> => {
    const { deps, language, typed, scope } = asked;
    const words = deps.house.searched.get(kind);
    if (words === undefined) return null;
    const { searched } = deps.services.views;
    const count = searched.count(typed, kind, scope);
    if (count === 0) return null;
    const after = alone ? positionIn(asked.after) : undefined;
    const { things, next } = searched.page({ typed, kind, scope, after, limit: alone ? pageSize : few });
    const figure = countSaid(language, count, mostSearchedCounted);
    return {
      id: kind,
      title: language.t(`${words.room}:searched.title`),
      count: figure,
      hits: await hitsOf(asked, things, words),
      more:
        alone || next === null
          ? null
          : { text: language.t("search:more", { count: figure }), href: addressOf(asked, kind) },
      pager: alone
        ? pagerOf(asked, kind, { isFirst: after === undefined, next: next === null ? null : String(next) })
        : null,
    };
  };

type Words = { readonly href: (hit: SearchHit) => string };

async function hitsOf(
  { deps, language, typed }: Asked,
  things: readonly SearchHit[],
  { href }: Words,
): Promise<readonly Hit[]> {
  const digests = things.flatMap(({ words }) => ("digest" in words ? words.digest : []));
  const readable = new Set(digests);
  const stored = await texts(deps.services, { all: false, may: (digest) => readable.has(digest) }, digests);
  const departments = deps.services.views.departments.all();
  return things.map((hit) => {
    const { words, technology, item } = hit;
    const text = "name" in words ? words.name : textInFile(language, stored.get(words.digest));
    return {
      text: excerptOf(text, typed),
      href: href(hit),
      note: [technology.name, departmentName(language, departments, technology.department), item].join(" · "),
    };
  });
}

function positionIn(after: string | null): number | undefined {
  const position = Number(after ?? "");
  return Number.isSafeInteger(position) && position > 0 ? position : undefined;
}
