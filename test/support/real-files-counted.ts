import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that suites over real files write to, a line each file. */
    realFiles: string | undefined;
  }
}

let folder = "";
const counts = (): string => join(folder, "counts");

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), "touchstone-real-files-"));
  project.provide("realFiles", counts());
}

/** One line at the end of a run: how many real files its suites read and how many they skipped. */
export function teardown(): void {
  if (existsSync(counts())) process.stdout.write(`\n${sayCounts(readFileSync(counts(), "utf8"))}\n`);
  rmSync(folder, { recursive: true });
}

/** @param written "read PATH" or "skipped PATH" a line; what several suites name counts once. */
export function sayCounts(written: string): string {
  const lines = new Set(written.trimEnd().split("\n"));
  const count = (state: string): number => [...lines].filter((line) => line.startsWith(`${state} `)).length;
  return `Real files and folders of ../shared/data: ${count("read")} read, ${count("skipped")} skipped`;
}
