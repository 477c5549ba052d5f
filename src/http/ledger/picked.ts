import type { Response } from "express";
import type { Picked } from "../../application/find-entries.ts";
import type { Deps } from "../deps.ts";
import { seesEverybody, spanOf } from "../forms/entry-filter.ts";
import type { Typed } from "../forms/entry-filter.ts";
import type { Problem } from "../forms/problems.ts";
import type { House } from "../house.ts";
import { personOf } from "../visitor.ts";
import { technologyNamed } from "./technology-named.ts";

type Choice = { readonly picked: Omit<Picked, "limit">; readonly problems: readonly Problem[] };

/** What the typed filter means; every problem with it at once, each at its field. */
export async function pickedBy({ services, config, house }: Deps, res: Response, typed: Typed): Promise<Choice> {
  const span = spanOf(typed, config.timeZone);
  const technology = typed.technology === "" ? undefined : technologyNamed(services, typed.technology);
  const reader = personOf(res);
  const foreign = typed.person !== "" && typed.person !== reader.id && !seesEverybody(reader);
  const problems = [
    ...span.problems,
    ...(technology === null ? [{ field: "technology", key: "ledger:filter.noTechnology", params: {} }] : []),
    ...(foreign ? [{ field: "person", key: "ledger:filter.foreign", params: {} }] : []),
  ];
  const types = typesOf(house, typed);
  return {
    problems,
    picked: {
      ...(types !== undefined && { types }),
      ...(typed.person !== "" && { person: typed.person }),
      ...(typeof technology === "string" && { technology }),
      ...(span.from !== null && { from: await services.ledger.positionAt(span.from) }),
      ...(span.until !== null && { before: await services.ledger.positionAt(span.until) }),
    },
  };
}

/** Of one type (the entry's page leads there), or of a kind; undefined: of every type. */
function typesOf({ tellings, kinds, typesIn }: House, { kind, type }: Typed): readonly string[] | undefined {
  if (tellings.has(type)) return [type];
  return kinds.includes(kind) ? typesIn(kind) : undefined;
}
