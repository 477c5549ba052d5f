import { needsFor } from "../../../application/reader.ts";
import type { Services } from "../../../application/services.ts";
import { isRenamed } from "../../../domain/technology/proposal/namesakes.ts";
import type { Call } from "../caller.ts";
import type { ApiError } from "../problem.ts";

type Likened = {
  readonly name: string;
  readonly summary: string;
  readonly need: string;
  readonly similarSeen: readonly string[];
  readonly predecessor: string | null;
};

const mostNamed = 6;

/**
 * A proposal is made once somebody has looked at those like it: what a page shows before it submits, a program is told here, and
 * sends their ids back. Nothing where it was entered by this very request before, or bears a name that is taken: the refusal
 * tells all there is to say.
 */
export async function unseenOf(
  services: Services,
  { caller, language: { t } }: Call,
  { name, summary, need, similarSeen, predecessor }: Likened,
  commandId: string,
): Promise<readonly ApiError[]> {
  const { views, ledger } = services;
  const query = { name, need: `${summary} ${need}`, needs: needsFor(services, caller.actor) };
  const alike = views.portfolio
    .similar(query, mostNamed)
    .map(({ technology }) => technology)
    .filter(({ slug }) => slug !== predecessor);
  const unseen = alike.filter(({ id }) => !similarSeen.includes(id));
  if (unseen.length === 0 || alike.some((row) => !isRenamed(row.name, name))) return [];
  if ((await ledger.standing("", commandId)).used) return [];
  return unseen.map(({ id, name: named, slug }) => ({
    field: "similarSeen",
    code: "SimilarUnseen",
    message: t("api:similar", { name: named, slug, id }),
  }));
}
