import type { DraftsModel, ErrorSummaryModel, RefusalModel } from "./components.ts";
import type { Moment } from "./dates.ts";
import type { Content } from "./html.ts";
import type { Language } from "./languages.ts";
import { placesFor } from "./places.ts";
import { localeNames } from "./locale.ts";

type Section = "work" | "portfolio" | "warnings" | "policy" | "ledger" | "people";
export type Crumb = { readonly text: string; readonly href: string };

/** What a page says about itself, above its own content. */
export type PageModel = {
  /** The page's one h1 and, before the product's name, the window's title. */
  readonly title: string;
  readonly section?: Section | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** Department, tier, date: short facts above the title. */
  readonly eyebrow?: readonly Content[] | undefined;
  /** One sentence that answers the reader's question; the news in `<strong>` (see `t.html`). */
  readonly lead?: Content | undefined;
  readonly errors?: ErrorSummaryModel | undefined;
  readonly refusal?: RefusalModel | undefined;
  /** Something just done, said once after the redirect. */
  readonly notice?: Content | undefined;
  /** What was typed into the page's form and is not sent yet. */
  readonly drafts?: DraftsModel | null | undefined;
  /** What this page does not show to its reader, and who may read it. */
  readonly withheld?: string | undefined;
  /** Where the page can be seen as of another ledger position. */
  readonly asOfHref?: string | undefined;
  /** Pages that set their own title (the dossier) still have one h1: their own. */
  readonly ownHead?: boolean | undefined;
  readonly bodyClass?: string | undefined;
};

/** What the request says: made by the middleware, the same for every page. */
export type Visit = {
  /** Path and query of a page that can be opened again, for the language switch. */
  readonly path: string;
  /** Token of whom the page is made for; stands in its forms. */
  readonly author?: string;
  readonly person?: {
    /** The person's own name, shown to themselves only. */
    readonly name: string;
    readonly openWork: number;
    readonly administrator: boolean;
    /** False: holds no role and is led to their account alone. */
    readonly works: boolean;
    /** Is or was on the expert committee: there is work even without a role. */
    readonly seat?: boolean;
  };
  readonly ledger?: {
    readonly position: number;
    readonly at?: Moment | undefined;
    readonly checkpoint?: number | undefined;
  };
  /** The position that is shown instead of the newest. */
  readonly asOf?: number | undefined;
  readonly organisation?: string | undefined;
  readonly demonstration?: boolean | undefined;
  /** The demonstration's day, where its clock may be advanced. */
  readonly clock?: { readonly today: string } | undefined;
  /** Whether first steps are offered. */
  readonly tour?: boolean | undefined;
  /** Nothing can be written now; the console tells the operator why and what to do. */
  readonly readOnly?: boolean | undefined;
  /** Single keys are switched off in this browser. */
  readonly keysOff?: boolean | undefined;
  /** Why nothing can be written just now. */
  readonly trouble?: string | undefined;
  /** How much others did to the account that its owner has not acknowledged. */
  readonly untold?: number | undefined;
  /** Until then the account decides nothing. */
  readonly barredUntil?: string | undefined;
};

type NavItem = { readonly text: string; readonly href: string; readonly current: boolean; readonly count: string };

export type ChromeModel = {
  readonly lang: string;
  readonly windowTitle: string;
  readonly page: PageModel;
  readonly nav: readonly NavItem[];
  readonly other: { readonly locale: string; readonly name: string; readonly back: string };
  readonly person?: { readonly name: string };
  readonly works: boolean;
  /** The places, each behind its letter, for the page's script; "" where single keys are switched off. */
  readonly keys: string;
  readonly banners: readonly { readonly kind: string; readonly text: Content }[];
  readonly clock?: { readonly text: Content; readonly back: string; readonly tour: boolean };
  readonly foot: {
    readonly shown?: Content | undefined;
    readonly checkpoint?: string | undefined;
    readonly organisation?: string | undefined;
  };
};

export function chrome(language: Language, visit: Visit, page: PageModel): ChromeModel {
  const { t, locale } = language;
  const other = locale === "en" ? "zh-CN" : "en";
  const wrong = page.errors === undefined ? "" : t("common:errorPrefix");
  return {
    lang: locale,
    windowTitle: `${wrong}${page.title} – Touchstone 试金石`,
    page,
    nav: navigation(language, visit.person, page.section),
    other: { locale: other, name: localeNames[other], back: visit.path },
    ...(visit.person && { person: { name: visit.person.name } }),
    works: visit.person?.works === true,
    keys: visit.keysOff === true ? "" : keysOf(visit.person),
    banners: banners(language, visit),
    ...(visit.clock && {
      clock: {
        text: t("demo:today", { day: language.format.date(visit.clock.today) }),
        back: visit.path,
        tour: visit.tour === true,
      },
    }),
    foot: foot(language, visit),
  };
}

function navigation({ t, format }: Language, person: Visit["person"], section?: Section): NavItem[] {
  if (person === undefined || !(person.works || person.seat === true)) return [];
  const item = (key: Section, href: string, count = 0): NavItem => ({
    text: t(`common:nav.${key}`),
    href,
    current: key === section,
    count: count > 0 ? format.number(count) : "",
  });
  const own = item("work", "/work", person.openWork);
  if (!person.works) return [own];
  return [
    own,
    item("portfolio", "/technologies"),
    item("warnings", "/warnings"),
    item("policy", "/policy"),
    item("ledger", "/ledger"),
    ...(person.administrator ? [item("people", "/people")] : []),
  ];
}

const keysOf = (person: Visit["person"]): string =>
  placesFor(person ?? null)
    .map(({ letter, href }) => letter + href)
    .join(" ");

function banners({ t, format }: Language, visit: Visit): ChromeModel["banners"] {
  return [
    ...(visit.demonstration === true ? [{ kind: "demo", text: t("common:banner.demonstration") }] : []),
    ...(visit.asOf === undefined
      ? []
      : [{ kind: "as-of", text: t.html("common:banner.asOf", { position: format.number(visit.asOf) }) }]),
    ...(visit.untold === undefined
      ? []
      : [{ kind: "account", text: t.html("common:banner.untold", { count: visit.untold }) }]),
    ...(visit.barredUntil === undefined
      ? []
      : [{ kind: "account", text: t("common:banner.barred", { until: format.dateTime(visit.barredUntil) }) }]),
    ...(visit.readOnly === true ? [{ kind: "read-only", text: t("ledger:readOnly") }] : []),
    ...(visit.trouble === undefined ? [] : [{ kind: "read-only", text: t(`error:storage.${visit.trouble}.banner`) }]),
  ];
}

function foot({ t, format }: Language, { ledger, asOf, organisation }: Visit): ChromeModel["foot"] {
  const position = asOf ?? ledger?.position;
  const at = ledger?.at === undefined ? "" : t("common:foot.at", { at: format.dateTime(ledger.at) });
  return {
    ...(position !== undefined && {
      shown: t.html("common:foot.shown", { position: format.number(position), at }),
    }),
    ...(ledger?.checkpoint !== undefined && {
      checkpoint: t("common:foot.checkpoint", { position: format.number(ledger.checkpoint) }),
    }),
    ...(organisation !== undefined && { organisation }),
  };
}
