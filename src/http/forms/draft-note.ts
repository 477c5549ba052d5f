import type { Response } from "express";
import type { DraftsModel } from "../view/components.ts";
import { languageOf, visitorOf } from "../visitor.ts";
import { ageText } from "./draft-list.ts";

/** What a page with a form says of the drafts of it: of the one it shows, or of those it does not. */
export function draftsOnPage(res: Response): DraftsModel | undefined {
  const { draft, others } = visitorOf(res);
  const language = languageOf(res);
  const { t } = language;
  const { req } = res;
  if (draft !== null) {
    const fresh = freshAddress(req.originalUrl);
    return {
      title: t("drafts:shown.title"),
      shown: {
        text: t("drafts:shown.text", { age: ageText(language, visitorOf(res).now(), draft.savedAt) }),
        fresh,
        action: `/drafts/${draft.id}/deletion`,
        back: fresh,
      },
      list: [],
    };
  }
  if (others.length === 0) return undefined;
  const address = req.originalUrl.split("?")[0] ?? "/";
  return {
    title: t("drafts:others.title", { count: others.length }),
    shown: null,
    list: others.slice(0, mostShown).map(({ id, title, savedAt }) => ({
      title: t("drafts:goOn", { title: title === "" ? t("drafts:untitled") : title }),
      href: `${address}?${new URLSearchParams({ ...Object.fromEntries(queryOf(req.originalUrl)), draft: id }).toString()}`,
      saved: ageText(language, visitorOf(res).now(), savedAt),
    })),
  };
}

const mostShown = 5;

const queryOf = (address: string): URLSearchParams => new URLSearchParams(address.split("?")[1] ?? "");

/** The same page with its form as it is for whoever begins. */
function freshAddress(address: string): string {
  const query = queryOf(address);
  query.delete("draft");
  query.set("fresh", "1");
  return `${address.split("?")[0] ?? "/"}?${query.toString()}`;
}
