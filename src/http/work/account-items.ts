import type { AccountMatter } from "../../application/people/account-matters.ts";
import { nobodyNamed } from "../say/names.ts";
import type { Names } from "../say/names.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import type { GroupModel } from "./groups.ts";

/** Links to passwords: those to confirm, and those that one administrator made alone. */
export function accountGroup(
  language: Language,
  matters: readonly AccountMatter[],
  reader: string,
  names: Names = nobodyNamed,
): readonly GroupModel[] {
  if (matters.length === 0) return [];
  const { t, format } = language;
  const name = (id: string): string =>
    id === "system" ? t("events:who.system") : (names.get(id) ?? t("events:somebody"));
  const item = ({ kind, person, by, until }: AccountMatter) => ({
    title: t(person === reader ? "work:account.own" : `work:account.${kind}`, { name: name(person) }),
    href: hrefOf(kind, person, reader),
    text: t(`work:account.${kind}-text`, { by: name(by) }),
    tag: tag(t, "waits", t(`work:account.${kind}-tag`)),
    dueNote: t(`work:account.${kind}-until`, { until: format.dateTime(until) }),
  });
  return [
    {
      id: "group-account",
      title: t("work:group.account"),
      count: format.number(matters.length),
      list: { items: matters.map(item) },
      all: null,
    },
  ];
}

/** Approvers have no page of other people: the entry on the ledger says it all. */
function hrefOf(kind: AccountMatter["kind"], person: string, reader: string): string {
  if (person === reader) return "/account";
  return kind === "confirm-link" ? `/people/${person}` : "/ledger?type=LinkMade";
}
