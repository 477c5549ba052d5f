import type { Consultation, ConsultationVersion } from "../state/consultations.ts";
import type { Technology } from "../state/technology.ts";

type Digests = readonly (string | null)[];

/** Everything that the public reads of consultations; not who spoke for a group, and not what people wrote. */
export const forEverybody = (t: Technology): Digests =>
  t.consultations.flatMap((asking) => [
    ...asking.versions.flatMap((version) => versionTexts(t, version)),
    ...whatFollowed(asking),
  ]);

function versionTexts(t: Technology, { terms, reason }: ConsultationVersion): Digests {
  const { question, stillOpen, settled, audience, how, shorter, place, papers, poll } = terms;
  return [
    ...[question, stillOpen, settled, audience, how, shorter, place, reason],
    ...papers.flatMap(({ evidence, name }) => [name, ...filesOf(t, evidence)]),
    ...(poll?.options ?? []).map(({ option }) => option),
  ];
}

function whatFollowed({ minutes, points, withdrawn, answered }: Consultation): Digests {
  return [
    minutes?.minutes ?? null,
    ...points.flatMap(({ words, answers }) => [
      ...words.map(({ text }) => text),
      ...answers.flatMap(({ reason, change }) => [reason, change?.text ?? null]),
    ]),
    withdrawn?.reason ?? null,
    answered?.heard ?? null,
    answered?.did ?? null,
  ];
}

const filesOf = ({ evidence }: Technology, id: string): Digests =>
  evidence.find((piece) => piece.evidence === id)?.files.map(({ digest }) => digest) ?? [];
