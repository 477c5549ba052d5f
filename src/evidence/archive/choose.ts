import { headOf } from "../encoding.ts";
import { headBytes } from "../feed.ts";
import type { Format, Head, ReadOptions } from "../format.ts";
import { formats } from "../formats.ts";
import type { Question } from "../question.ts";
import { answersIn } from "../questions.ts";
import { isUnreadable } from "../unreadable.ts";
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
  | { readonly is: "refused"; readonly reason: string; readonly questions: readonly Question[] };

/** No more of an archive is unpacked to see what it is. */
const mostTried = 500;
const mostNamed = 8;

/**
 * The members of an archive that are read: those of the one format that is known among them, or the one that the person
 * named. Archives inside an archive stay shut.
 */
export function chosenIn(file: string, archive: string, members: readonly Member[], options: ReadOptions): Choice {
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
  }));
  const sorted = listed.toSorted((a, b) => Number(a.format === null) - Number(b.format === null));
  const question: Question = { about: "member", file, members: sorted.slice(0, 100) };
  return {
    is: "refused",
    reason: reasonOf(archive, sorted, members.length, tried),
    questions: sorted.length > 0 ? [question] : [],
  };
}

interface Tried {
  readonly member: Member;
  readonly readable?: Readable;
  readonly fault?: string;
}

function tryMember(member: Member, options: ReadOptions): Tried {
  const content = member.content();
  if (isUnreadable(content)) return { member, fault: content.reason };
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

function reasonOf(
  archive: string,
  listed: readonly { readonly name: string; readonly format: string | null }[],
  count: number,
  tried: readonly Tried[],
): string {
  if (count === 0) return `${archive} with nothing in it`;
  const names = listed.slice(0, mostNamed).map(({ name, format }) => (format === null ? name : `${name} (${format})`));
  const more = count > mostNamed ? ` and ${count - mostNamed} more` : "";
  const inside = `${archive} of ${count === 1 ? "one file" : `${count} files`}: ${names.join(", ")}${more}`;
  const fault = tried.find((attempt) => attempt.fault !== undefined)?.fault;
  if (fault !== undefined && listed.every(({ format }) => format === null)) return `${inside}. ${fault}`;
  return listed.some(({ format }) => format !== null)
    ? `${inside}. They are of several formats: unpack it and attach the one that is meant`
    : `${inside}. None of them is read as it is: unpack it and attach the one with the figures`;
}
