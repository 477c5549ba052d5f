import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator } from "playwright-core";
import type { Visitor } from "./journey-visitor.ts";

const run = promisify(execFile);

/** Most stops of a page on a telephone's keyboard. */
const mostStops = 120;

/** Goes on with the Tab key until this has the focus: what it never reaches, nobody reaches who has no mouse. */
export async function reach({ page }: Visitor, target: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press("Tab");
    if ((await target.and(page.locator(":focus")).count()) > 0) return;
  }
  throw new Error(`No key leads to ${String(target)}`);
}

/** Presses Enter where the focus is, and waits for the page that comes. */
export async function enter({ page }: Visitor): Promise<void> {
  const comes = page.waitForResponse(
    (answer) => answer.request().resourceType() === "document" && answer.status() !== 303,
  );
  await Promise.all([comes, page.keyboard.press("Enter")]);
  await page.waitForLoadState("load");
}

/** Saves what a link or button gives as a file, as a browser does: its path. */
async function saved({ page }: Visitor, target: Locator, folder: string, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), target.click()]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

/** Does with a proof what the page on proofs says: saves the program, reads it, and runs it with the key of the page. */
export async function checked(visitor: Visitor, proof: Locator): Promise<string> {
  const { page, t } = { page: visitor.page, t: (key: string) => visitor.t(key) };
  const folder = await mkdtemp(join(tmpdir(), "touchstone-citizen-"));
  try {
    const file = await saved(visitor, proof, folder, "proof.json");
    await page.getByRole("link", { name: t("outside:verify") }).click();
    await page.waitForLoadState("load");
    const program = await saved(
      visitor,
      page.getByRole("link", { name: t("publication:verify.step2") }),
      folder,
      "check.mjs",
    );
    const key = (await page.locator("p.mono.ts-break").innerText()).trim();
    const { receipt } = JSON.parse(await readFile(file, "utf8")) as { readonly receipt?: object };
    const { stdout } = await run(process.execPath, [program, file, key]);
    return receipt === undefined ? stdout : `${stdout}receipt`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
