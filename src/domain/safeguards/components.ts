import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { listOf } from "./answers.ts";

/** What a list of components does not say of them. */
interface ListedComponents {
  readonly evidence: string;
  readonly unlicensed: number;
  /** Null: read before versions were counted. */
  readonly unversioned: number | null;
}

/** The lists that a security baseline names. One whose figures were taken away on a legal ground says nothing any more. */
export const componentsIn = (
  { evidence }: Pick<Technology, "evidence">,
  answers: SafeguardAnswers,
): readonly ListedComponents[] =>
  listOf(answers, "components").flatMap((id) => {
    const statistics = evidence.find((piece) => piece.evidence === id)?.statistics;
    if (statistics?.kind !== "components") return [];
    const { components, withLicense, withVersion } = statistics;
    return [
      {
        evidence: id,
        unlicensed: components - withLicense,
        unversioned: withVersion === undefined ? null : components - withVersion,
      },
    ];
  });
