import { isUnreadable, Unreadable } from "../unreadable.ts";
import { gunzipped, isGzip, isTar, tarMembers } from "./tar.ts";
import { zipKind, type ZipKind } from "./kinds.ts";
import { largestMember, largestTogether, unzipped, zipMembers, type ZipMember } from "./zip.ts";

/** A file in an archive. Its name is shown and compared, never opened: nothing is written anywhere. */
export interface Member {
  readonly name: string;
  readonly bytes: number;
  /** Its content, made anew each time; why there is none. */
  content(): Buffer | Unreadable;
}

export type Contents =
  /** @property archive what kind of archive it is */
  | { readonly is: "files"; readonly archive: Unreadable; readonly members: readonly Member[] }
  | Exclude<ZipKind, { is: "files" }>;

/** What operating systems and folders leave in archives. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)|\/$/;

/** What is in an archive (kinds.ts, isArchive), or why that cannot be told. */
export function contentsOf(name: string, bytes: Buffer): Contents | Unreadable {
  if (isGzip(bytes)) return inGzip(name, bytes);
  if (isTar(bytes)) return inTar(new Unreadable("tar-archive"), bytes);
  const members = zipMembers(bytes);
  if (isUnreadable(members)) return members;
  const names = members.map((member) => member.name);
  const [first] = members;
  const type = first?.name === "mimetype" ? unzipped(bytes, first, 200) : null;
  const kind = zipKind(names, type === null || isUnreadable(type) ? "" : type.toString("latin1"));
  if (kind.is !== "files") return kind;
  const files = members.filter((member) => !clutter.test(member.name)).map((member) => inZip(bytes, member));
  return { is: "files", archive: new Unreadable("zip-archive"), members: files };
}

function inZip(zip: Buffer, member: ZipMember): Member {
  return { name: member.name, bytes: member.bytes, content: () => unzipped(zip, member) };
}

function inGzip(name: string, bytes: Buffer): Contents | Unreadable {
  const plain = gunzipped(bytes);
  if (isUnreadable(plain)) return plain;
  if (isTar(plain)) return inTar(new Unreadable("packed-tar-archive"), plain);
  const own = name.replace(/^.*[/\\]/, "").replace(/\.gz$/i, "");
  const members = [{ name: own, bytes: plain.length, content: () => plain }];
  return { is: "files", archive: new Unreadable("gzip-file"), members };
}

function inTar(archive: Unreadable, tar: Buffer): Contents | Unreadable {
  const members = tarMembers(tar);
  if (isUnreadable(members)) return members;
  const files = members
    .filter((member) => !clutter.test(member.name))
    .map(({ name, content }) => ({ name, bytes: content.length, content: () => sized(name, content) }));
  return { is: "files", archive, members: files };
}

const sized = (name: string, content: Buffer): Buffer | Unreadable =>
  content.length > largestMember ? new Unreadable("member-larger", { name }) : content;

/** Whether all parts of a ZIP archive together stay below what is opened, by inflating them to nowhere: a directory may lie. */
export function staysSmall(zip: Buffer): Unreadable | null {
  const members = zipMembers(zip);
  if (isUnreadable(members)) return members;
  let left = largestTogether;
  for (const member of members) {
    const content = unzipped(zip, member, Math.max(1, left));
    if (isUnreadable(content)) return content;
    left -= content.length;
    if (left <= 0) return new Unreadable("larger-workbook");
  }
  return null;
}
