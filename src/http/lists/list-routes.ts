import type { Request, Response } from "express";
import type { Access } from "../middleware/access.ts";
import type { Cost } from "../middleware/costs.ts";
import type { Routes } from "../routes.ts";
import { sendSlowly } from "../send-slowly.ts";
import { languageOf } from "../visitor.ts";
import { csvParts } from "./csv.ts";
import type { ListFile } from "./list-file.ts";
import { workbookOfList } from "./sheet.ts";

export type ListOf = (req: Request, res: Response) => ListFile | Promise<ListFile>;

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A list as files: behind the address of its page, for whoever may open the page, with the filters of its address. */
export function listRoutes({ get }: Routes, page: string, access: Access, listOf: ListOf, cost: Cost = "list"): void {
  get(
    `${page}.csv`,
    access,
    async (req, res) => {
      const list = await listOf(req, res);
      await sendParts(res.attachment(`${list.name}.csv`).type("text/csv"), csvParts(list));
    },
    { costs: cost },
  );
  get(
    `${page}.xlsx`,
    access,
    async (req, res) => {
      const list = await listOf(req, res);
      await sendParts(
        res.attachment(`${list.name}.xlsx`).type(workbookType),
        workbookOfList(list, languageOf(res).format),
      );
    },
    { costs: cost },
  );
}

const sendParts = (res: Response, parts: AsyncIterable<string | Uint8Array>): Promise<void> =>
  sendSlowly(res, async (write) => {
    for await (const part of parts) await write(part);
  });
