import { createHash } from "node:crypto";
import { Router } from "express";
import type { Request, Response } from "express";
import { openCalendar } from "../../application/calendar/calendar.ts";
import type { PublishedCalendar } from "../../application/calendar/calendar.ts";
import { worksHere } from "../../application/people/works-here.ts";
import type { FeedToken } from "../../authority/feed-tokens.ts";
import type { PersonView } from "../../projections/people.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { brake } from "../middleware/limits.ts";
import { originOf } from "../origin.ts";
import { departmentName } from "../say/department.ts";
import { pathValue } from "../request-values.ts";
import { icalendar } from "./icalendar.ts";

export const feedPath = "/calendar/:file";

/** `/calendar/<token>.ics`: for calendar programs, which have neither cookie nor password; the address is all they need. */
export function calendarFeed(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  const calendar = openCalendar(deps.services);
  router.get(feedPath, brake("programs"), (req, res) => answerFeed(deps, calendar, req, res));
  return router;
}

async function answerFeed(deps: Deps, calendar: PublishedCalendar, req: Request, res: Response): Promise<void> {
  const { services } = deps;
  await services.views.catchUp();
  const token = /^([\w-]{43})\.ics$/.exec(pathValue(req, "file"))?.[1];
  const feed = token === undefined ? null : await services.accounts.feedTokens.use(token);
  const person = feed === null ? null : services.views.people.of(feed.person);
  if (feed === null || person === null || person.disabled || !worksHere(services, person)) {
    res.status(404).type("text/plain").send("");
    return;
  }
  // For the line of the request in the log.
  res.locals["caller"] = feed.person;
  const text = await feedText(deps, calendar, { req, feed, person });
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  res.set({ "Cache-Control": "private, no-cache", ETag: etag, "Content-Type": "text/calendar; charset=utf-8" });
  if (req.get("if-none-match") === etag) res.status(304).end();
  else res.send(text);
}

type Asked = { readonly req: Request; readonly feed: FeedToken; readonly person: PersonView };

async function feedText(deps: Deps, calendar: PublishedCalendar, { req, feed, person }: Asked): Promise<string> {
  const { services, people, templates, config } = deps;
  const locale = (await people.find(person.id))?.locale === "zh-CN" ? "zh-CN" : "en";
  const language = templates.languages.of(locale);
  const rows = feed.department === null ? ownRows(deps, person) : departmentRows(deps, feed.department);
  const departments = services.views.departments.all();
  const of = feed.department === null ? null : departmentName(language, departments, feed.department);
  return icalendar(language, {
    name: of === null ? language.t("calendar:feed.own") : language.t("calendar:feed.department", { name: of }),
    days: await calendar.days(rows),
    site: originOf(req, config),
  });
}

/** What they answer for, and what waits for them by name or role. */
function ownRows({ services, house }: Deps, person: PersonView): readonly PortfolioRow[] {
  const { portfolio, work } = services.views;
  const waiting = work.page(person, { kinds: [...house.work.keys()], limit: 500 }).items;
  const rows = [...portfolio.answeredFor(person.id), ...waiting.map(({ technology }) => technology)];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const mostRows = 1000;

function departmentRows({ services }: Deps, department: string): readonly PortfolioRow[] {
  const rows: PortfolioRow[] = [];
  for (let after: string | undefined; rows.length < mostRows;) {
    const page = services.views.portfolio.page({ department, sort: "name", limit: 200, ...(after && { after }) });
    rows.push(...page.rows);
    if (page.next === null) break;
    after = page.next;
  }
  return rows;
}
