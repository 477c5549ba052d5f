import { setImmediate } from "node:timers/promises";
import type { Request, Response } from "express";
import { inWorker } from "../../application/beside/in-worker.ts";
import type { SheetWritten } from "../../application/beside/workbook.ts";
import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { Fault } from "../faults.ts";
import type { ListFile, ListRow } from "../lists/list-file.ts";
import { workbookType } from "../lists/list-routes.ts";
import { sheetOfList } from "../lists/sheet.ts";
import { selectionAddress, wholeOf } from "../selection/address.ts";
import { selectionOf } from "../selection/asked.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { comparedOf } from "./compared.ts";
import { portfolioFile } from "./portfolio-file.ts";
import { timelineFile } from "./timeline-view.ts";
import { linesOf, sheetHead, sheetKinds } from "./workbook-sheets.ts";
import type { SheetKind } from "./workbook-sheets.ts";

/** Of all sheets together: a workbook stands in memory whole, some 60 MB of these. */
const mostRows = 20_000;
/** Each is worked out anew; nobody waits for more. */
const mostTechnologies = 2000;
const path = "/portfolio/workbook.xlsx";

/** The address of the workbook of a selection. */
export const workbookAddress = (query: PortfolioQuery): string => selectionAddress(path, wholeOf(query));

/**
 * `/portfolio/workbook.xlsx`: technologies, indicators, conditions, decisions, waivers and deadlines of a selection, each
 * on a sheet.
 */
export const workbookFiles = (deps: Deps) => ({
  async file(req: Request, res: Response): Promise<void> {
    const language = languageOf(res);
    const query = wholeOf(selectionOf(deps, req, res).query);
    const page = deps.services.views.portfolio.list({ ...query, limit: 1 });
    if (page.more || page.count > mostTechnologies) tooMany(mostRows);
    const sheets = await workbookSheets(deps, language, query, mostRows);
    const bytes = await inWorker<"workbook">({ kind: "workbook", sheets });
    res.attachment("portfolio.xlsx").type(workbookType).send(Buffer.from(bytes));
  },
});

/** @throws Fault 400 */
function tooMany(most: number): never {
  throw new Fault(400, "too many rows for a workbook", { key: "portfolio:workbook.tooMany", values: { most } });
}

/**
 * In the order in which one asks: what there is, what was measured, what is open, what was decided, what comes.
 *
 * @throws Fault 400 where they have more rows than `most`
 */
export async function workbookSheets(
  deps: Deps,
  language: Language,
  query: PortfolioQuery,
  most: number,
): Promise<readonly SheetWritten[]> {
  const rows = await rowsOf(deps, language, query, most);
  const ofKinds = sheetKinds.map((kind): ListFile => ({ ...sheetHead(language, kind), pages: [rows[kind]] }));
  const named = (name: string, list: ListFile): ListFile => ({
    ...list,
    title: language.t(`portfolio:workbook.sheet.${name}`),
  });
  const technologies = named("technologies", portfolioFile(deps, language, query));
  const dates = named("deadlines", timelineFile(deps, language, query));
  const sheets: SheetWritten[] = [];
  let room = most;
  for (const list of [technologies, ...ofKinds, dates]) {
    const sheet = (await sheetOfList(list, language.format, room)) ?? tooMany(most);
    sheets.push(sheet);
    room -= sheet.rows.length;
  }
  return sheets;
}

type Rows = { readonly [K in SheetKind]: ListRow[] };

async function rowsOf({ services }: Deps, language: Language, query: PortfolioQuery, most: number): Promise<Rows> {
  const rows: Rows = { indicators: [], conditions: [], decisions: [], waivers: [] };
  const { portfolio } = services.views;
  for (let after: string | null = ""; after !== null;) {
    const page = portfolio.page({ ...query, limit: 100, ...(after !== "" && { after }) });
    for (const row of page.rows) {
      const compared = await comparedOf(services, row);
      if (compared === null) continue;
      for (const kind of sheetKinds) rows[kind].push(...linesOf(language, kind, compared));
      if (sheetKinds.reduce((sum, kind) => sum + rows[kind].length, 0) > most) tooMany(most);
      // Others are answered in between.
      await setImmediate();
    }
    after = page.next;
  }
  return rows;
}
