import type { Draft, Drafts } from "../../authority/drafts.ts";
import { z } from "zod";
import { authorField } from "./author.ts";
import { blankForm } from "./form.ts";
import type { FormState } from "./form.ts";
import type { Typed } from "./typed.ts";

/** What was typed into a form and is not sent yet: for its writer alone, until it is sent or deleted. */
export type KeptTyping = {
  readonly id: string;
  /** Where the form is sent. */
  readonly address: string;
  readonly title: string;
  readonly savedAt: string;
  /** As its page shows it: as it was typed, or as it was refused. */
  readonly form: FormState;
  /** A page that asked before it was sent: its name, to be asked again. */
  readonly asked: string | null;
};

const kind = "form";
/**
 * Arrived without its session, on the word of a page alone: it never goes over what its person kept, and makes room for
 * itself only among others of its kind.
 */
const heldKind = "held";
/** How drafts of proposals were named before every form had them. */
const earlierKind = "proposal";
const kinds: readonly string[] = [kind, heldKind, earlierKind];

/** Fields that are no typing. What a button says is its press, not to be pressed again when the page is shown. */
const notTyped = new Set(["intent", authorField, "passwordAgain", "confirmed", "draft"]);
const ownFields = new Set(["commandId", "version"]);
/** Of no field's name. What was held bore a mark of its own before it had a kind of its own. */
const [answerKey, earlierHeldKey] = ["$answer", "$held"];
/** Of what is held only the newest: whoever found a page of somebody fills nothing by it. */
const mostHeld = 20;

type SentForm = Pick<FormState, "typed" | "commandId" | "version"> & Partial<FormState>;
type Options = { readonly held?: boolean; readonly asked?: string };

/** Over the draft of the same form, where there is one of its kind. Answers its id. */
export async function keepTyping(
  drafts: Drafts,
  person: string,
  address: string,
  form: SentForm,
  { held = false, asked }: Options = {},
): Promise<string> {
  const { typed, commandId, version, status, problems = [], reasons = [], places, changes, note, asks } = form;
  const answer = {
    status,
    problems,
    reasons,
    places,
    note,
    asked,
    asks,
    ...(changes !== undefined && smallEnough(changes)),
  };
  const isAnswered =
    asked !== undefined || (status !== undefined && status !== 200) || note !== undefined || asks !== undefined;
  const fields = {
    ...withoutOwn(typed),
    commandId,
    ...(version !== null && { version: String(version) }),
    ...(isAnswered && { [answerKey]: JSON.stringify(answer) }),
  };
  const draft = { kind: held ? heldKind : kind, subject: address, title: titleOf(typed), fields };
  const id = typed["draft"];
  // Its person goes on with what was held for them: it is a draft like any other from then on, at the same address.
  const from = held ? {} : { from: heldKind };
  const saved = await drafts.save(person, draft, {
    commandId,
    ...(typeof id === "string" && id !== "" && { id }),
    ...from,
  });
  if (held) await keepFewHeld(drafts, person);
  return saved;
}

async function keepFewHeld(drafts: Drafts, person: string): Promise<void> {
  const held = await drafts.of(person, heldKind);
  for (const { id } of held.slice(mostHeld)) await drafts.drop(person, id);
}

/** Whether there is anything to keep: a button alone would, shown again, be nothing but pressed. */
export const hasTyping = (typed: Typed): boolean =>
  Object.entries(typed).some(([name, value]) => !notTyped.has(name) && !ownFields.has(name) && value !== "");

/** One's own draft as its form shows it; null for what is no draft of a form. */
export function keptTyping(draft: Draft): KeptTyping | null {
  if (!kinds.includes(draft.kind)) return null;
  const { [answerKey]: answer, [earlierHeldKey]: _, commandId, version, ...fields } = draft.fields;
  const typed = { ...fields, draft: draft.id };
  const plain = blankForm(typed, typeof version === "string" && version !== "" ? Number(version) : null);
  const state = { ...plain, ...(typeof commandId === "string" && { commandId }) };
  const stored = typeof answer === "string" ? answerSchema.safeParse(parsed(answer)) : null;
  const { asked = null, ...rest } = stored?.success === true ? stored.data : {};
  return {
    id: draft.id,
    address: draft.kind === earlierKind ? "/technologies" : draft.subject,
    title: draft.title,
    savedAt: draft.savedAt,
    form: stored?.success === true ? { ...state, ...rest } : { ...state, resumed: true },
    asked,
  };
}

/** The form was sent and taken: what was kept of it is on record, or done. */
export async function dropTyping(drafts: Drafts, person: string, { typed, commandId }: SentForm): Promise<void> {
  const id = typed["draft"];
  for (const draft of await drafts.of(person)) {
    if (!kinds.includes(draft.kind)) continue;
    if (draft.id === id || draft.fields["commandId"] === commandId) await drafts.drop(person, draft.id);
  }
}

function withoutOwn(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !notTyped.has(name) && !ownFields.has(name) && !/password/i.test(name)),
  );
}

/** By which its writer knows it again: a name, else the beginning of the first words in it. */
function titleOf(typed: Typed): string {
  const entries = Object.entries(withoutOwn(typed));
  const named = entries.find(([name]) => name === "name" || name === "title");
  const words = entries.find(([, value]) => typeof value === "string" && /[\s\p{Script=Han}]/u.test(value.trim()));
  const text = [named, words].map((entry) => String(entry?.[1] ?? "").trim()).find((value) => value !== "") ?? "";
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 80 ? `${line.slice(0, 79).trim()}…` : line;
}

/** A form over which a thousand entries went: its reader sees them once, and the draft stays small. */
const smallEnough = <T extends readonly unknown[]>(changes: T): { readonly changes?: T } =>
  JSON.stringify(changes).length > 200_000 ? {} : { changes };

const answerSchema = z.looseObject({ asked: z.string().optional() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** All that a form carries, as its page would send it. */
export const fieldsIn = ({ typed, commandId, version }: SentForm): Typed => ({
  ...typed,
  commandId,
  ...(version !== null && { version: String(version) }),
});

/** Words of a person, and no choice, number or id. */
export const textsIn = (typed: Typed): readonly string[] =>
  Object.entries(typed)
    .filter(([name]) => !notTyped.has(name) && !ownFields.has(name))
    .flatMap(([, value]) => [value].flat().map((text) => text.trim()))
    .filter((text) => /[\s\p{Script=Han}]/u.test(text));
