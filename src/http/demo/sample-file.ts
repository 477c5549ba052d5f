import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";

/** A file to try attaching with, made for the clock's day. */
export function sampleFile({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const file = String(req.params["file"]);
    const content = (await services.demonstration?.sample(file)) ?? notFound();
    res.type("text/csv").attachment(file);
    await pipeline(Readable.from(content), res);
  };
}
