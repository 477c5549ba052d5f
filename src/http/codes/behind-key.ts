import type { Request } from "express";
import { codesIn } from "../../application/collections/issue-codes.ts";
import type { Services } from "../../application/services.ts";
import type { CollectionOf } from "../../authority/collected.ts";
import { hashOfCode } from "../../authority/collection-codes.ts";
import { notFound } from "../faults.ts";
import { pathValue, queryValue } from "../request-values.ts";

/** The codes of a batch, for whoever has the key they were made from. @throws Fault 404 for anybody else */
export async function codesBehindKey<B extends { readonly batch: number; readonly count: number }>(
  { collected }: Services,
  req: Request,
  of: CollectionOf,
  batches: readonly B[],
): Promise<{ readonly batch: B; readonly key: string; readonly all: readonly string[] }> {
  const batch = batches.find(({ batch: number }) => String(number) === pathValue(req, "batch")) ?? notFound();
  const key = queryValue(req, "key") ?? "";
  if (!/^[\w-]{43}$/.test(key)) notFound();
  const all = codesIn(of, key, batch.count);
  const known = await collected.find(hashOfCode(all[0] ?? ""));
  if (known?.batch !== batch.batch || known.collection !== of.collection || known.technology !== of.technology)
    notFound();
  return { batch, key, all };
}
