import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Reason } from "../../domain/words/decision.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { findingField } from "../view/pick.ts";
import { problemsOf } from "./problems.ts";
import type { Problem } from "./problems.ts";
import { nest, typedFrom } from "./typed.ts";
import type { Typed } from "./typed.ts";

/** What every form carries: the typed text, the id that makes a double click decide once, the version it was filled on. */
type Sent = { readonly typed: Typed; readonly commandId: string; readonly version: number | null };

/** Checked against its schema: `values` may become a command. */
export type Filled<T> = Sent & { readonly valid: true; readonly values: T };

/** A form as a page shows it: blank, invalid, refused, stale, or taken up again after signing in. */
export type FormState = Sent & {
  readonly valid: false;
  readonly status: 200 | 409 | 422;
  readonly problems: readonly Problem[];
  readonly reasons: readonly Reason[];
  /** Inputs of this page that reasons name, and what of the page each belongs to ("": nothing in particular). */
  readonly places?: Readonly<Record<string, string>>;
  /** What happened to the record since the form was filled. */
  readonly changes?: readonly LedgerEvent[];
  /** What happened to the record since it was kept as a draft: it is shown over what stands now. */
  readonly since?: readonly LedgerEvent[];
  /** Kept over the end of a session; nothing was sent yet. */
  readonly resumed?: boolean;
  /** Why it came back without anything being wrong with it: what its page has to say about it. */
  readonly note?: string;
  /** What it would enter cannot be taken back: its page asks first. */
  readonly asks?: { readonly type: string; readonly payload: object };
};

export type Form<T> = Filled<T> | FormState;

const uuid = z.uuid();

/** A form nobody has typed into yet, or one filled from what is stored. */
export function blankForm(typed: Typed = {}, version: number | null = null): FormState {
  return { valid: false, status: 200, typed, commandId: randomUUID(), version, problems: [], reasons: [] };
}

/** Somebody sent it: it was refused, or kept over the end of a session. */
export const wasSent = ({ status, resumed }: FormState): boolean => status !== 200 || resumed === true;

export function readForm<S extends z.ZodType>(schema: S, body: unknown): Form<z.output<S>> {
  const typed = typedFrom(body);
  const sent = uuid.safeParse(typed["commandId"]);
  const state = { typed, commandId: sent.success ? sent.data : randomUUID(), version: versionOf(typed) };
  const parsed = schema.safeParse(nest(typed));
  if (parsed.success && sent.success) return { ...state, valid: true, values: parsed.data };
  const problems = parsed.success
    ? [{ field: "", key: "errors:form.incomplete", params: {} }]
    : problemsOf(parsed.error);
  return { ...state, valid: false, status: 422, problems, reasons: [] };
}

/** The same form after a rule refused it: every reason, every typed character. */
export function refused(form: Sent, reasons: readonly Reason[]): FormState {
  return { ...sentOf(form), valid: false, status: 409, problems: [], reasons };
}

/** The same form when the record moved on meanwhile: what changed is shown, sending again is a new decision. */
export function stale(form: Sent, changes: readonly LedgerEvent[], version: number): FormState {
  return {
    ...sentOf(form),
    version,
    commandId: randomUUID(),
    valid: false,
    status: 409,
    problems: [],
    reasons: [],
    changes,
  };
}

/** The same form before its person was asked about what cannot be taken back; nothing is wrong with it. */
export function unasked(form: Sent, asks: NonNullable<FormState["asks"]>): FormState {
  return { ...sentOf(form), valid: false, status: 200, problems: [], reasons: [], asks };
}

/** The same form with a problem that only the application could see, at its field. */
export function invalid(form: Sent, ...problems: readonly Problem[]): FormState {
  return { ...sentOf(form), valid: false, status: 422, problems, reasons: [] };
}

/** Typed before the session ended, shown again to be looked at and sent. */
export function resumed(body: unknown): FormState {
  return { ...readFormState(body), resumed: true };
}

/** Sent by a button that looks for choices: shown again with what it found, and nothing else. */
export function isFinding(body: unknown): boolean {
  const finding = typedFrom(body)[findingField];
  return typeof finding === "string" && finding !== "";
}

export const finding = (body: unknown): FormState => readFormState(body);

function readFormState(body: unknown): FormState {
  const typed = typedFrom(body);
  const sent = uuid.safeParse(typed["commandId"]);
  return { ...blankForm(typed, versionOf(typed)), ...(sent.success && { commandId: sent.data }) };
}

function sentOf({ typed, commandId, version }: Sent): Sent {
  return { typed, commandId, version };
}

function versionOf(typed: Typed): number | null {
  const text = typed["version"];
  return typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
