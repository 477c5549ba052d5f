import type { Request, Response } from "express";
import type { Identities } from "../../authority/identities.ts";
import { mappingOf, mappingShown } from "../../application/piece-mapping.ts";
import type { Services } from "../../application/services.ts";
import type { TextResult } from "../../application/texts.ts";
import { encodingTitles } from "../../evidence/encoding.ts";
import { conditionText } from "../../evidence/mapping.ts";
import { pickAnswers } from "../../evidence/questions.ts";
import { lasting } from "../../authority/mappings.ts";
import type { Mapping } from "../../domain/evidence/mapping.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { forbidden, notFound } from "../faults.ts";
import { done } from "../page.ts";
import { textShown } from "../say/text.ts";
import { technologyPage } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import type { Person } from "../visitor.ts";
import { hiddenOf } from "../forms/show.ts";
import { blankForm } from "../forms/form.ts";
import type { EvidencePage } from "./page.ts";

/** How a piece's headings were read, and whether the next file of its source is read the same way. */
export async function givenMapping(
  { mappings }: Services,
  people: Identities,
  { language, at, words }: EvidencePage,
  piece: Piece,
  person: Person,
) {
  const { t, format } = language;
  const mapping = mappingShown(piece, words);
  if (mapping === null) return unshown(language, words.get(piece.mappingText ?? ""));
  const lastingParts = { ...mapping.columns, ...mapping.conditions, ...mapping.rows, ...pickAnswers(lasting(mapping)) };
  const mapped = Object.keys(lastingParts).length > 0;
  const remembered = mapped ? await mappings.same(mapping) : null;
  const name = remembered === null ? "" : ((await people.names([remembered.givenBy])).get(remembered.givenBy) ?? "–");
  return {
    text:
      remembered === null
        ? t(mapped ? "mapping:piece.notKept" : "mapping:piece.said")
        : t("mapping:piece.given", { day: format.date(remembered.givenAt), name }),
    facts: factsOf(language, mapping),
    json: JSON.stringify(mapping, null, 2),
    forget:
      remembered !== null && mayForget(person, remembered.givenBy)
        ? {
            action: at(`evidence/${piece.evidence}/mapping/forgetting`),
            hidden: hiddenOf(blankForm()),
          }
        : null,
  };
}

/** In place of what is erased or not for whoever looks; nothing where nobody said anything. */
const unshown = (language: Language, text: TextResult | undefined) =>
  text === undefined
    ? null
    : {
        text: text.kind === "erased" ? language.t("mapping:piece.erased") : textShown(language, text),
        facts: [],
        json: null,
        forget: null,
      };

/** What was attached stays as it was read; only the next file is asked about again. */
export function forgetMapping({ services }: Deps) {
  return async (req: Request, res: Response): Promise<void> => {
    const { technology, person, at } = await technologyPage(services, req, res);
    const piece = technology.evidence.find(({ evidence }) => evidence === pathValue(req, "piece")) ?? notFound();
    const mapping = await mappingOf(services.ledger, piece);
    const remembered = mapping === null || mapping === "gone" ? null : await services.mappings.same(mapping);
    if (remembered === null) return notFound();
    if (!mayForget(person, remembered.givenBy)) forbidden("mapping of another");
    await services.mappings.forget(remembered);
    done(res, at(`evidence/${piece.evidence}`), "mapping:piece.forgotten");
  };
}

const mayForget = ({ id, roles }: Person, givenBy: string): boolean =>
  id === givenBy || roles.includes("administrator");

/** What a mapping says, a line each. */
export function factsOf(language: Language, mapping: Mapping): FactModel[] {
  const { t } = language;
  const { columns, conditions, rows, stated = {}, encoding } = mapping;
  return [
    ...(encoding === undefined ? [] : [{ term: t("mapping:piece.encoding"), value: encodingTitles[encoding] }]),
    ...Object.entries(columns).map(([column, heading]) => {
      const condition = conditions[column];
      const value =
        condition === undefined
          ? heading
          : t("mapping:piece.condition", { heading, condition: conditionText(condition) });
      return { term: t("mapping:piece.column", { column }), value };
    }),
    ...Object.entries(rows).map(([heading, text]) => ({ term: t("mapping:piece.rows", { heading }), value: text })),
    ...Object.entries(stated).map(([column, text]) => ({ term: t("mapping:piece.stated", { column }), value: text })),
    ...answerFacts(language, mapping),
  ];
}

/** What was answered to readers' questions. */
function answerFacts({ t, format }: Language, { values = {}, leftOut = {}, scale, ...answers }: Mapping): FactModel[] {
  const names = ["dayOrder", "decimalSign", "numberOrWord", "zone", "sheet", "member", "people"] as const;
  return [
    ...Object.entries(values).flatMap(([column, words]) =>
      Object.entries(words).map(([word, meaning]) => ({
        term: t("mapping:piece.word", { column, word }),
        value: meaning === "" ? t("mapping:question.values.empty") : wordText(t, meaning),
      })),
    ),
    ...Object.entries(leftOut)
      .filter(([, texts]) => texts.length > 0)
      .map(([heading, texts]) => ({ term: t("mapping:piece.leftOut", { heading }), value: format.list(texts) })),
    ...(scale === undefined
      ? []
      : [{ term: t("mapping:piece.scale"), value: t("mapping:piece.scaleEnds", { min: scale.min, max: scale.max }) }]),
    ...names.flatMap((name) => {
      const answer = answers[name];
      const key = `mapping:piece.${name}.${answer ?? ""}`;
      const text = (): string => (t.has(key) ? t(key) : (answer ?? ""));
      return answer === undefined ? [] : [{ term: t(`mapping:piece.${name}.term`), value: text() }];
    }),
  ];
}

const wordText = (t: Language["t"], meaning: string): string =>
  t.has(`mapping:word.${meaning}`) ? t(`mapping:word.${meaning}`) : meaning;
