import type { Response } from "express";
import { readerOf } from "../application/reader.ts";
import type { Services } from "../application/services.ts";
import { texts } from "../application/texts.ts";
import type { TextResult } from "../application/texts.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { Fault } from "./faults.ts";
import { departmentName } from "./say/department.ts";
import { languageOf, personOf, visitorOf } from "./visitor.ts";

export type Words = ReadonlyMap<string, TextResult>;

/** The words behind digests, for the person who asks. What is withheld from them the page says once, by its number. */
export async function wordsFor(
  services: Services,
  res: Response,
  technology: Technology,
  digests: Iterable<string | null>,
): Promise<Words> {
  const words = await texts(services, readerOf(services, personOf(res), technology), digests);
  const withheld = [...words].flatMap(([digest, { kind }]) => (kind === "withheld" ? [digest] : []));
  sayWithheld(services, res, technology, "texts", withheld);
  return words;
}

/** The words of a digest as a form begins with them: "" where there are none, or not for this reader. */
export function plainWords(words: Words, digest: string | null): string {
  const text = digest === null ? undefined : words.get(digest);
  return text?.kind === "text" ? text.text : "";
}

/** Which of these files the person may have; of the others the page says that they are withheld. */
export function filesFor(
  services: Services,
  res: Response,
  technology: Technology,
  digests: readonly string[],
): (digest: string) => boolean {
  const { may } = readerOf(services, personOf(res), technology);
  const there = digests.filter((digest) => !technology.erased.includes(digest));
  sayWithheld(
    services,
    res,
    technology,
    "files",
    there.filter((digest) => !may(digest)),
  );
  return may;
}

/** Nobody writes anew what they may not read. @throws Fault 403 that says who may */
export function mustRead(services: Services, res: Response, technology: Technology): void {
  if (readerOf(services, personOf(res), technology).all) return;
  throw new Fault(403, "private texts", {
    key: "common:withheld.rewrite",
    values: whoReads(services, res, technology),
  });
}

/** Names the department in the sentence on who reads. */
function whoReads(services: Services, res: Response, { proposal }: Technology): { readonly department: string } {
  return { department: departmentName(languageOf(res), services.views.departments.all(), proposal.department) };
}

function sayWithheld(
  services: Services,
  res: Response,
  technology: Technology,
  what: "texts" | "files",
  digests: readonly string[],
): void {
  if (digests.length === 0) return;
  const visitor = visitorOf(res);
  for (const digest of digests) visitor.withheld[what].add(digest);
  const { t } = visitor.language;
  const { texts: words, files } = visitor.withheld;
  visitor.withheld.sentence = t(`common:withheld.${files.size === 0 ? "texts" : words.size === 0 ? "files" : "both"}`, {
    ...whoReads(services, res, technology),
    texts: t("common:withheld.countTexts", { count: words.size }),
    files: t("common:withheld.countFiles", { count: files.size }),
  });
}
