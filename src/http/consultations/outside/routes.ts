import { codeEntry } from "../../codes/entry.ts";
import type { Request, Response } from "express";
import type { Deps } from "../../deps.ts";
import { notFound } from "../../faults.ts";
import type { OutsideRoutes } from "../../outside/routes.ts";
import { strangerOf } from "../../outside/stranger.ts";
import { pollPath } from "../addresses.ts";
import { listOutside } from "./list.ts";
import { consultationOutside } from "./page.ts";
import { paperOutside } from "./papers.ts";
import { choiceSchema, pollPages } from "./poll.ts";
import { lookSchema, receiptPages } from "./receipt.ts";
import { writePages, writeSchema } from "./write.ts";

const base = "/public/consultations";

/** For everybody. Whoever has a receipt or a code of a poll gets to it though the public pages are shut. */
export function consultationsOutside({ get, post }: OutsideRoutes, deps: Deps): void {
  const door = "consultations";
  get(door, base, withPages(listOutside(deps)));
  const receipt = receiptPages(deps);
  get(door, `${base}/receipt`, receipt.ask);
  post(door, `${base}/receipt`, lookSchema, receipt.look);
  post(door, `${base}/receipt/proof`, lookSchema, receipt.proof);
  const consultation = `${base}/:slug/:id`;
  get(door, consultation, withPages(consultationOutside(deps)));
  get(door, `${consultation}/papers/:digest`, withPages(paperOutside(deps)));
  const write = writePages(deps);
  get(door, `${consultation}/response`, withPages(write.show));
  post(door, `${consultation}/response`, writeSchema, write.submit, { bytes: mostBytes });
  const poll = pollPages(deps);
  get(door, `${consultation}/poll`, withPages(poll.enter));
  get(door, pollPath, codeEntry(pollPath, "taking-part:poll.entry"));
  get(door, `${pollPath}/:code`, poll.show);
  post(door, `${pollPath}/:code`, choiceSchema, poll.submit);
  get(door, `${pollPath}/:code/thanks`, poll.thanks);
}

/** As many Chinese characters as may be written, each of which a form sends in nine bytes. */
const mostBytes = 128 * 1024;

type Page = (req: Request, res: Response) => void | Promise<void>;

/** What is asked is one of the public pages: where these are shut, it is as unknown as they are. */
const withPages =
  (page: Page): Page =>
  (req, res) =>
    strangerOf(res).hasPages ? page(req, res) : notFound();
