import type { Response } from "express";
import type { Services } from "../../application/services.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import { visitorOf } from "../visitor.ts";
import type { FormState } from "./form.ts";

/** A technology as a page shows it. */
type TechnologyOnPage = { readonly row: { readonly id: string }; readonly technology: { readonly version: number } };

/**
 * A kept draft over what stands now: what came since it was kept is said beside it, and it is sent on what its page shows.
 * Refused as out of date it would be of no use to anybody who has just been shown the newest state.
 */
export async function overNow(
  { ledger }: Services,
  res: Response,
  { row, technology }: TechnologyOnPage,
  form: FormState,
): Promise<FormState> {
  const { version } = form;
  if (visitorOf(res).draft === null || version === null || version >= technology.version) return form;
  const past = await ledger.readStream(technologyStream(row.id));
  return { ...form, version: technology.version, since: past.slice(version, technology.version) };
}
