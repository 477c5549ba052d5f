import type { Deps } from "../../deps.ts";
import { listRoutes } from "../../lists/list-routes.ts";
import { anyRole, requireRole } from "../../middleware/access.ts";
import type { Routes } from "../../routes.ts";
import { cardPages, pollCodesFile } from "./cards.ts";
import { issueSchema, pollPages } from "./poll.ts";

/** How a poll is given out, for those who run it; how far it is, for everybody here. @param base of one consultation */
export function pollRoutes(all: Routes, deps: Deps, base: string): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const poll = pollPages(deps);
  const cards = cardPages(deps);
  const address = `${base}/poll`;
  get(address, anyRole, poll.show);
  post(`${base}/codes`, planner, issueSchema, poll.issue, { on: address });
  listRoutes(all, `${base}/codes/:batch/all`, planner, (req, res) => pollCodesFile(deps, req, res));
  get(`${base}/codes/:batch`, planner, cards.cards, { costs: "document" });
  get(`${address}/poster`, planner, cards.poster);
}
