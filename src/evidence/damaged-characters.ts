import { isUtf8 } from "node:buffer";
import { shorten } from "./time.ts";

/** Where Windows-1252 has no control characters. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const fewest = 2;

/**
 * What was done to a text before it came, so that its characters are no longer those that were typed; null where nothing
 * shows. UTF-8 that was taken for Windows-1252 and saved so shows as "ç¼–å·"; what was read as the wrong encoding and could
 * not be kept is 锟斤拷 or a row of question marks in a box.
 */
export function damagedIn(text: string): string | null {
  if (text.includes("锟斤拷"))
    return `its characters are lost (“锟斤拷”): it was saved in an encoding that could not hold them; export it again`;
  const runs = (text.match(/[\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g) ?? []).filter((run) => run.length < 200);
  const meant = runs.flatMap((run) => readAgain(run) ?? []);
  if (meant.length < fewest || meant.length * 2 < runs.length) return null;
  const [first = ""] = meant;
  return `its characters were damaged before it came: “${shorten(first)}” stands there as “${shorten(runs[0] ?? "")}” (UTF-8 that a program took for Windows-1252 and saved); export it again`;
}

/** The text whose UTF-8 these characters are byte by byte; null where they are none. */
function readAgain(run: string): string | null {
  const bytes = Array.from(run, (character) => {
    const at = windows.indexOf(character);
    return at >= 0 ? 0x80 + at : (character.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  const buffer = Buffer.from(bytes);
  return isUtf8(buffer) ? buffer.toString("utf8") : null;
}
