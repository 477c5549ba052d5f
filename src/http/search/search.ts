import type { Request, Response } from "express";
import { scopeFor } from "../../application/reader.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import type { Asked, Group } from "./group.ts";
import { departmentsGroup } from "./departments-group.ts";
import { helpGroup } from "./help-group.ts";
import { lessonsGroup } from "./lessons-group.ts";
import { nearNames } from "./near-names.ts";
import { peopleGroup } from "./people-group.ts";
import { standardsGroup } from "./standards-group.ts";
import { technologiesGroup } from "./technologies-group.ts";
import { thingsGroup } from "./things-group.ts";

const longest = 200;

/** `/search?q=`: what has these words, in groups, each with its count; `kind` shows one group, page by page. */
export function searchPage(deps: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const language = languageOf(res);
    const { t } = language;
    const typed = (queryValue(req, "q") ?? "").trim().slice(0, longest);
    const kind = queryValue(req, "kind") ?? null;
    const asked: Asked = {
      deps,
      language,
      res,
      typed,
      scope: scopeFor(deps.services, personOf(res)),
      after: queryValue(req, "after") ?? null,
    };
    const groups = typed === "" ? [] : await groupsOf(asked, kind);
    const near = typed === "" || groups.length > 0 ? null : nearNames(asked);
    await render(
      res,
      "pages/search/search",
      {
        title: t(typed === "" ? "search:title" : "search:titleOf", { typed }),
        lead: t(typed === "" ? "search:lead.empty" : groups.length === 0 ? "search:lead.none" : "search:lead.some"),
      },
      {
        typed,
        groups,
        all:
          kind === null
            ? null
            : { text: t("search:all"), href: `/search?${new URLSearchParams({ q: typed }).toString()}` },
        near,
      },
    );
  };
}

/** Groups in which there is something; of one kind alone, where that is asked for. */
async function groupsOf(asked: Asked, kind: string | null): Promise<readonly Group[]> {
  const kinds = asked.deps.house.searched;
  const makers: readonly (readonly [string, Maker])[] = [
    ["technology", technologiesGroup],
    ...[...kinds.keys()].map((of): readonly [string, Maker] => [of, thingsGroup(of)]),
    ["lesson", lessonsGroup],
    ["standard", standardsGroup],
    ["department", departmentsGroup],
    ["person", peopleGroup],
    ["help", helpGroup],
  ];
  const wanted = makers.filter(([of]) => kind === null || kind === of);
  const groups: Group[] = [];
  for (const [, make] of wanted) {
    const group = await make(asked, kind !== null);
    if (group !== null && group.hits.length > 0) groups.push(group);
  }
  return groups;
}

type Maker = (asked: Asked, alone: boolean) => Group | null | Promise<Group | null>;
