import { tableIn } from "../../application/file-beginnings.ts";
import type { Services } from "../../application/services.ts";
import type { Staged } from "../../application/staged-files.ts";
import { encodings } from "../../domain/evidence/encoding.ts";
import type { Form } from "../forms/form.ts";
import type { Typed } from "../forms/typed.ts";
import type { UploadedFile } from "../forms/upload.ts";

type Owner = { readonly person: string; readonly technology: string };

/** The files of a form: those of this request, which stay from now on; else those that came with an earlier try of it. */
export async function sentFiles(
  { stagedFiles }: Services,
  owner: Owner,
  { typed }: Pick<Form<unknown>, "typed">,
  files: readonly UploadedFile[],
): Promise<Staged | null> {
  const id = typed["staged"];
  const earlier = typeof id === "string" ? await stagedFiles.find(owner, id) : null;
  if (files.length === 0) return earlier === null ? null : asNamed(earlier, typed);
  if (earlier !== null) await stagedFiles.drop(earlier);
  return asNamed(await stagedFiles.stage(owner, files), typed);
}

/** The headings as they read in the encoding that the person names. */
async function asNamed(staged: Staged, typed: Typed): Promise<Staged> {
  const encoding = encodings.find((name) => name === typed["encoding"]);
  if (staged.table == null || encoding === undefined) return staged;
  return { ...staged, table: (await tableIn(staged.files, encoding)) ?? staged.table };
}
