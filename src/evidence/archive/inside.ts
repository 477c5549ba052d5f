import { explain } from "../explain.ts";
import type { ReadOptions, WorkbookShape } from "../format.ts";
import type { Problem } from "../refused.ts";
import { isUnreadable } from "../unreadable.ts";
import { workbookOf } from "../xlsx/workbook.ts";
import { chosenIn, type Readable } from "./choose.ts";
import { contentsOf } from "./members.ts";
import { archiveProblem } from "./problem.ts";

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
  if (isUnreadable(contents)) return { is: "problem", problem: archiveProblem(file, contents) };
  switch (contents.is) {
    case "document":
      return contents;
    case "unread":
      return { is: "problem", problem: archiveProblem(file, contents.reason) };
    case "workbook":
      return inWorkbook(file, bytes, options);
    case "files": {
      const choice = chosenIn(file, contents.archive, contents.members, options);
      if (choice.is === "refused")
        return { is: "problem", problem: archiveProblem(file, choice.reason, choice.questions) };
      const names = choice.members.map(({ name }) => name);
      const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
      const count = contents.members.length;
      const packed = `${contents.archive.reason} of ${count === 1 ? "one file" : `${count} files`}`;
      const note = `read from ${packed}: ${names.slice(0, mostNamed).join(", ")}${more}`;
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
  const { questions } = workbook;
  if (workbook.is === "refused")
    return { is: "problem", problem: archiveProblem(file, workbook.reason, questions), workbook: shape };
  const { reason, ...explained } = explain(workbook.head.text);
  const message = `${file} was not read: ${reason}`;
  return { is: "problem", problem: { file, ...explained, message, questions }, workbook: shape };
}
