import type { Policy } from "../policy/policy.ts";
import type { Day, Instant } from "../words/text.ts";
import type { Tier } from "../words/tier.ts";
import { safeguardsOf } from "../technology/state/safeguards.ts";
import type { Safeguard, SafeguardAnswer, SafeguardAnswers } from "../technology/state/safeguards.ts";
import type { Technology } from "../technology/state/technology.ts";
import { asked, askedInRow, rowsOf } from "./answers.ts";
import type { Applicability, SafeguardKind } from "./kind.ts";
import type { SafeguardQuestion } from "./question.ts";
import { fieldRules, recordKinds, recordSections } from "./record-fields.ts";
import type { FieldRule, ProposalPart, RecordKind, RecordSection } from "./record-fields.ts";
import { standingOf } from "./standing.ts";
import type { SafeguardState } from "./standing.ts";

/** What a public record can be drawn from, as of a day: only a statement in force says anything. */
export interface RecordSource {
  readonly kind: RecordKind;
  /** Null: nobody has begun one. */
  readonly item: string | null;
  readonly state: SafeguardState | "not-begun" | "not-needed";
  /** Of the acceptance that stands; null: none does. */
  readonly accepted: { readonly at: Instant; readonly of: string } | null;
}

/** One value of a field. */
export type RecordValue =
  | { readonly as: "answer"; readonly question: SafeguardQuestion; readonly answer: SafeguardAnswer }
  | { readonly as: "proposal"; readonly part: ProposalPart; readonly value: string }
  | { readonly as: "tier"; readonly value: string }
  | { readonly as: "moment"; readonly value: Instant };

/** Why a field says nothing, or not all. */
type RecordGap =
  /** Nobody has begun the statement. */
  | "not-begun"
  /** There is one, and it is not in force. */
  | "not-in-force"
  | "unanswered"
  /** The words were erased. */
  | "erased";

export interface RecordField {
  readonly section: RecordSection;
  readonly field: string;
  readonly from: "proposal" | RecordKind;
  /** Which row of the statement it speaks of, by its name; null: of the whole. */
  readonly of: string | null;
  readonly values: readonly RecordValue[];
  readonly gap: RecordGap | null;
}

export interface PublicRecord {
  /** Whether a record is needed by the dossier in force: of what neither decides nor supports, it is not. */
  readonly needed: Applicability;
  readonly sources: readonly RecordSource[];
  readonly fields: readonly RecordField[];
  readonly missing: readonly RecordField[];
}

/**
 * The draft of a technology's public record: each field of the standard with its source. What was not accepted, or does not
 * stand any longer, says nothing here.
 *
 * @param kinds the declarations of `recordKinds`
 */
export function publicRecord(
  t: Technology,
  policy: Policy,
  today: Day,
  kinds: (key: RecordKind) => SafeguardKind,
): PublicRecord {
  const statements = recordKinds.map((key) => statementOf(t, policy, today, kinds(key)));
  const byKind = new Map(statements.map((statement) => [statement.source.kind, statement]));
  const rules = recordSections.flatMap((section) => fieldRules.filter((rule) => rule.section === section));
  const fields = rules.flatMap((rule) => fieldsOf(t, rule, byKind));
  return {
    needed: neededBy(byKind),
    sources: statements.map(({ source }) => source),
    fields,
    missing: fields.filter(({ gap }) => gap !== null),
  };
}

interface Statement {
  readonly source: RecordSource;
  /** In force; null: none is. */
  readonly safeguard: Safeguard | null;
  readonly questions: readonly SafeguardQuestion[];
}

type Statements = ReadonlyMap<RecordKind, Statement>;

function statementOf(t: Technology, policy: Policy, today: Day, kind: SafeguardKind): Statement {
  const key = kind.key as RecordKind;
  const [safeguard] = safeguardsOf(t, key);
  const questions = kind.questions(policy);
  if (safeguard === undefined) {
    const state = kind.applies?.(t, today) === "no" ? "not-needed" : "not-begun";
    return { source: { kind: key, item: null, state, accepted: null }, safeguard: null, questions };
  }
  const { item, review, digest } = safeguard;
  const { state } = standingOf(kind, safeguard, t, policy, today);
  if (state !== "in-force" || review === null)
    return { source: { kind: key, item, state, accepted: null }, safeguard: null, questions };
  const accepted = { at: review.at, of: digest };
  return {
    source: { kind: key, item, state, accepted },
    safeguard,
    questions: asked(questions, safeguard.answers, t.tier),
  };
}

function neededBy(statements: Statements): Applicability {
  const decides = statements.get("algorithm-dossier")?.safeguard?.answers["decides"];
  if (decides === undefined) return "unknown";
  return decides === "no" ? "no" : "yes";
}

function fieldsOf(t: Technology, rule: FieldRule, statements: Statements): readonly RecordField[] {
  const { section, field, from } = rule;
  const base = { section, field, from, of: null, values: [] };
  if (rule.from === "proposal") return [withGap(t, { ...base, values: proposalValues(t, rule.parts), gap: null })];
  const statement = statements.get(rule.from);
  if (statement === undefined || statement.source.state === "not-needed") return [];
  const { safeguard, source } = statement;
  if (safeguard === null) return [{ ...base, gap: source.state === "not-begun" ? "not-begun" : "not-in-force" }];
  return drawn(rule, safeguard, statement.questions, t.tier).map((part) => withGap(t, { ...base, ...part, gap: null }));
}

type Drawn = Pick<RecordField, "of" | "values">;

function drawn(
  rule: Extract<FieldRule, { from: RecordKind }>,
  { answers, review }: Safeguard,
  questions: readonly SafeguardQuestion[],
  tier: Tier,
): readonly Drawn[] {
  if ("fixed" in rule) {
    const tier = review?.fixes.tier;
    return [{ of: null, values: tier === undefined ? [] : [{ as: "tier", value: tier }] }];
  }
  if ("acceptedOn" in rule) return [{ of: null, values: review === null ? [] : [{ as: "moment", value: review.at }] }];
  // What the other answers do not ask for has no place in the record, and is not missing.
  if (!("rows" in rule))
    return questions.some(({ key }) => rule.parts.includes(key))
      ? [{ of: null, values: answerValues(questions, rule.parts, answers) }]
      : [];
  const list = questions.find(({ key }) => key === rule.rows);
  if (list?.type !== "rows") return [];
  return rowsOf(answers, rule.rows).flatMap((row) => {
    const cells = askedInRow(list, row, tier);
    if (!cells.some(({ key }) => rule.parts.includes(key))) return [];
    return [{ of: String(row[rule.named] ?? ""), values: answerValues(cells, rule.parts, row) }];
  });
}

const answerValues = (
  questions: readonly SafeguardQuestion[],
  parts: readonly string[],
  answers: SafeguardAnswers,
): readonly RecordValue[] =>
  parts.flatMap((part) => {
    const question = questions.find(({ key }) => key === part);
    const answer = answers[part];
    return question === undefined || answer === undefined ? [] : [{ as: "answer", question, answer }];
  });

const proposalValues = ({ proposal }: Technology, parts: readonly ProposalPart[]): readonly RecordValue[] =>
  parts.flatMap((part) => {
    const value = proposal[part];
    return value === null || value === "" ? [] : [{ as: "proposal", part, value }];
  });

function withGap({ erased }: Technology, field: RecordField): RecordField {
  if (field.values.length === 0) return { ...field, gap: "unanswered" };
  const gone = textsOfField(field).some((digest) => erased.includes(digest));
  return gone ? { ...field, gap: "erased" } : field;
}

/** Digests of the private texts that a field holds. */
export const textsOfField = ({ values }: RecordField): readonly string[] =>
  values.flatMap((value) => {
    if (value.as === "answer")
      return value.question.type === "text" && typeof value.answer === "string" ? [value.answer] : [];
    return value.as === "proposal" && privateParts.includes(value.part) ? [value.value] : [];
  });

const privateParts: readonly ProposalPart[] = ["summary", "need", "risks"];
