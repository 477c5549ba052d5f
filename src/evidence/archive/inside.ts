import { explain } from "../explain.ts";
import type { ReadOptions, WorkbookShape } from "../format.ts";
import type { Problem } from "../refused.ts";
import { isUnreadable } from "../unreadable.ts";
import { workbookOf } from "../xlsx/workbook.ts";
import { chosenIn, type Readable } from "./choose.ts";
import { contentsOf } from "./members.ts";

export type Inside =
  /** @property note what is read of it, for a warning; "" where that is all of it */
  | {
      readonly is: "read";
      readonly note: string;
      readonly members: readonly Readable[];
      readonly workbook?: WorkbookShape;
    }
  | { readonly is: "document"; readonly format: string }
  | { readonly is: "problem"; readonly problem: Problem; readonly workbook?: WorkbookShape };

const mostNamed = 8;

/** What of an archive or a workbook is read, or what is wrong with it. */
export async function readableIn(file: string, bytes: Buffer, options: ReadOptions): Promise<Inside> {
  const contents = contentsOf(file, bytes);
  if (isUnreadable(contents)) return problem(file, contents.reason);
  switch (contents.is) {
    case "document":
      return contents;
    case "unread":
      return problem(file, contents.reason);
    case "workbook":
      return inWorkbook(file, bytes, options);
    case "files": {
      const choice = chosenIn(file, contents.archive, contents.members, options);
      if (choice.is === "refused") return problem(file, choice.reason, { questions: choice.questions });
      const names = choice.members.map(({ name }) => name);
      const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
      const note = `of ${contents.archive} (${contents.members.length} files) were read: ${names.slice(0, mostNamed).join(", ")}${more}`;
      return { is: "read", note, members: choice.members };
    }
    default:
      return contents satisfies never;
  }
}

async function inWorkbook(file: string, bytes: Buffer, options: ReadOptions): Promise<Inside> {
  const { shape, ...workbook } = await workbookOf(file, bytes, options);
  if (workbook.is === "read") {
    const { sheet, others, format, head, content } = workbook;
    return {
      is: "read",
      note: others > 0 ? `the sheet “${sheet}” was read, and none of its other sheets (${others})` : "",
      members: [{ name: file, content, head, format }],
      workbook: shape,
    };
  }
  const { head, reason, questions } = workbook;
  if (head === null) return { is: "problem", problem: problemOf(file, reason, { questions }), workbook: shape };
  const { reason: _, ...explained } = explain(head.text);
  const message = `${file} was not read: ${reason}`;
  return { is: "problem", problem: { file, ...explained, message, questions }, workbook: shape };
}

function problem(file: string, reason: string, more: Partial<Problem> = {}): Inside {
  return { is: "problem", problem: problemOf(file, reason, more) };
}

const problemOf = (file: string, reason: string, more: Partial<Problem> = {}): Problem => ({
  file,
  code: "archive",
  message: `${file} is ${reason}`,
  ...more,
});
