import { headOf } from "../encoding.ts";
import { headBytes } from "../feed.ts";
import type { Format, Head, ReadOptions } from "../format.ts";
import { formats } from "../formats.ts";
import type { Question } from "../question.ts";
import { answersIn } from "../questions.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { isArchive } from "./kinds.ts";
import type { Member } from "./members.ts";

/** A member that a reader takes. */
export interface Readable {
  readonly name: string;
  readonly content: Buffer;
  readonly head: Head;
  readonly format: Format;
}

export type Choice =
  | { readonly is: "read"; readonly members: readonly Readable[] }
  | { readonly is: "refused"; readonly reason: Unreadable; readonly questions: readonly Question[] };

/** No more of an archive is unpacked to see what it is. */
const mostTried = 500;
const mostNamed = 8;

/**
 * The members of an archive that are read: those of the one format that is known among them, or the one that the person
 * named. Archives inside an archive stay shut.
 */
export function chosenIn(file: string, archive: Unreadable, members: readonly Member[], options: ReadOptions): Choice {
  const { member: wanted } = answersIn(options);
  const meant = members.filter(({ name }) => wanted === undefined || name === wanted);
  const tried = meant.slice(0, mostTried).map((member) => tryMember(member, options));
  const readable = tried.flatMap(({ readable }) => readable ?? []);
  const kinds = new Set(readable.map(({ format }) => format.name));
  if (kinds.size === 1 && (wanted !== undefined || readable.length > 0)) return { is: "read", members: readable };
  const listed = tried.map(({ member, readable }) => ({
    name: member.name,
    bytes: member.bytes,
    format: readable?.format.title ?? null,
    reading: readable?.format.name ?? "",
  }));
  const sorted = listed.toSorted((a, b) => Number(a.format === null) - Number(b.format === null));
  const offered = sorted.slice(0, 100).map(({ name, bytes, format }) => ({ name, bytes, format }));
  const question: Question = { about: "member", file, members: offered };
  return {
    is: "refused",
    reason: reasonOf(archive, sorted, members.length, tried),
    questions: sorted.length > 0 ? [question] : [],
  };
}

interface Tried {
  readonly member: Member;
  readonly readable?: Readable;
  readonly fault?: Unreadable;
}

function tryMember(member: Member, options: ReadOptions): Tried {
  const content = member.content();
  if (isUnreadable(content)) return { member, fault: content };
  if (content.length === 0 || isArchive(content)) return { member };
  const head = headOf(content.subarray(0, headBytes), options.encoding ?? options.mapping?.encoding);
  const forced = options.mapping?.format ?? options.as;
  const alone = answersIn(options).member !== undefined;
  const format = formats.find(
    (candidate) =>
      (forced === undefined || candidate.name === forced) &&
      ((forced !== undefined && alone) || candidate.recognises(head)),
  );
  return format === undefined ? { member } : { member, readable: { name: member.name, content, head, format } };
}

interface Listed {
  readonly name: string;
  /** Null where no reader knows it. */
  readonly format: string | null;
  readonly reading: string;
}

function reasonOf(archive: Unreadable, listed: readonly Listed[], files: number, tried: readonly Tried[]): Unreadable {
  if (files === 0) return new Unreadable("archive-empty", { archive });
  const names = oneAfterAnother(listed.slice(0, mostNamed).map(namedMember));
  const more = files - mostNamed;
  const key = files === 1 ? "archive-of-one" : more > 0 ? "archive-of-more" : "archive-of";
  const inside = new Unreadable(key, { archive, files, names, more });
  const fault = tried.find((attempt) => attempt.fault !== undefined)?.fault;
  const known = listed.some(({ format }) => format !== null);
  if (fault !== undefined && !known) return new Unreadable("archive-fault", { inside, why: fault });
  return new Unreadable(known ? "archive-several-formats" : "archive-none-read", { inside });
}

type Named = string | Unreadable;

const namedMember = ({ name, format, reading }: Listed): Named =>
  format === null
    ? name
    : new Unreadable("file-of-format", { name, format: new Unreadable("format", { name: reading, title: format }) });

const oneAfterAnother = (names: readonly Named[]): Named =>
  names.reduce((before, then) => new Unreadable("one-after-another", { before, then }));
