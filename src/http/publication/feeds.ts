import { hash } from "node:crypto";
import type { Request, Response } from "express";
import { xmlText } from "../../domain/words/xml-text.ts";
import type { ConsultationRow } from "../../projections/consultations/tables.ts";
import type { Deps } from "../deps.ts";
import { originOf } from "../origin.ts";
import { strangerOf } from "../outside/stranger.ts";
import { departmentName } from "../say/department.ts";
import { escapeText } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

const mostEntries = 50;

type Entry = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly at: string;
};
type Feed = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly home: string;
  readonly own: string;
  readonly updated: string;
  readonly entries: readonly Entry[];
};

/** `/public/feed.atom` (RFC 4287): the newest decisions told, and what the public is asked. */
export const atomFeed =
  (deps: Deps) =>
  (req: Request, res: Response): void =>
    sendFeed(req, res, "application/atom+xml", atomText(feedIn(deps, req, res, "atom")));

/** `/public/feed.json` (JSON Feed 1.1): the same. */
export const jsonFeed =
  (deps: Deps) =>
  (req: Request, res: Response): void =>
    sendFeed(req, res, "application/feed+json", jsonText(feedIn(deps, req, res, "json")));

function feedIn({ services, config }: Deps, req: Request, res: Response, format: "atom" | "json"): Feed {
  const { views, ledger } = services;
  const { language, to, body } = strangerOf(res);
  const { t } = language;
  const origin = originOf(req, config);
  const follow: Follow = {
    language,
    id: (what) => idOf(ledger.logId, what),
    address: (path) => origin + to(path),
  };
  const newest = [...decisionEntries(services, follow), ...consultationEntries(services, follow)]
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, mostEntries);
  return {
    id: follow.id("feed"),
    title: body === null ? t("publication:feed.title") : t("publication:feed.titleOf", { body }),
    author: body ?? t("outside:body"),
    language: language.locale,
    home: follow.address("/public"),
    own: follow.address(`/public/feed.${format}`),
    updated: newest[0]?.at ?? views.outside.of("pages")?.since ?? services.clock.now(),
    entries: newest,
  };
}

/** What entries are written with. */
type Follow = {
  readonly language: Language;
  readonly id: (what: string) => string;
  /** The whole address of a page of ours, in the reader's language. */
  readonly address: (path: string) => string;
};

const decisionEntries = ({ views }: Deps["services"], { language, id, address }: Follow): readonly Entry[] =>
  views.publications.told(mostEntries).map(({ slug, name, department, decision, gate, outcome, decidedOn, at }) => {
    const { t } = language;
    const what = t(`publication:decided.${gate}.${outcome}`);
    return {
      id: id(`decision ${decision}`),
      url: address(`/public/technologies/${slug}`),
      title: t("publication:feed.entry", { name, what }),
      text: t("publication:feed.text", {
        name,
        what,
        day: language.format.date(decidedOn),
        department: departmentName(language, views.departments.all(), department),
      }),
      at,
    };
  });

/** What the public is asked, and that it was answered; nothing while that door is shut. */
function consultationEntries({ views }: Deps["services"], { language, id, address }: Follow): readonly Entry[] {
  if (!views.outside.isOpen("consultations")) return [];
  const { t, format } = language;
  const newest = { after: null, limit: mostEntries };
  const entry = (row: ConsultationRow, what: "opened" | "answered", at: string, day: string): Entry => ({
    id: id(`consultation ${row.key} ${what}`),
    url: address(`/public/consultations/${row.slug}/${row.consultation}`),
    title: t(`taking-part:feed.${what}`, { name: row.name }),
    text: t(`taking-part:feed.${what}Text`, { title: row.title, day: format.date(day) }),
    at,
  });
  const { consultations } = views;
  return [
    ...consultations
      .list({ state: null, ...newest })
      .items.map((row) => entry(row, "opened", row.openedAt, row.closesOn)),
    ...consultations
      .list({ state: "answered", ...newest })
      .items.map((row) => entry(row, "answered", row.answeredAt, row.answeredOn)),
  ];
}

/** The same for as long as the ledger is, wherever it is served from: a name-based UUID (RFC 9562, version 8). */
function idOf(log: string, what: string): string {
  const hex = hash("sha256", `${log}\n${what}`);
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return `urn:uuid:${uuid}`;
}

const xml = (text: string): string => escapeText(xmlText(text, ""));

const atomText = ({ id, title, author, language, home, own, updated, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${id}</id>
<title>${xml(title)}</title>
<updated>${updated}</updated>
<author><name>${xml(author)}</name></author>
<link rel="alternate" type="text/html" href="${xml(home)}"/>
<link rel="self" type="application/atom+xml" href="${xml(own)}"/>
${entries
  .map(
    (entry) => `<entry>
<id>${entry.id}</id>
<title>${xml(entry.title)}</title>
<updated>${entry.at}</updated>
<published>${entry.at}</published>
<link rel="alternate" type="text/html" href="${xml(entry.url)}"/>
<summary>${xml(entry.text)}</summary>
</entry>
`,
  )
  .join("")}</feed>
`;

const jsonText = ({ title, author, language, home, own, entries }: Feed): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: own,
    language,
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.at,
    })),
  });

/** Anyone may keep it for five minutes. */
function sendFeed(req: Request, res: Response, type: string, text: string): void {
  res.setHeader("Content-Type", `${type}; charset=utf-8`);
  res.setHeader("Cache-Control", "public, max-age=300");
  res.setHeader("Vary", "Accept-Language, Accept-Encoding");
  res.setHeader("ETag", `W/"${hash("sha256", text, "base64url")}"`);
  if (req.fresh) res.status(304).end();
  else res.end(text);
}
