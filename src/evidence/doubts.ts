import type { Warning } from "../domain/evidence/measurement.ts";
import { damagedIn } from "./damaged-characters.ts";
import { encodingTitles, watched } from "./encoding.ts";
import type { FileSink, Head } from "./format.ts";

/** What the bytes of the files read are suspected of. */
export class Doubts {
  readonly all: Warning[] = [];

  add(code: string, message: string): void {
    this.all.push({ code, message });
  }

  /** A guessed encoding is said aloud, and so is a file that only its beginning took for UTF-8. */
  over(sink: FileSink, file: string, { encoding, guessed, text }: Head): FileSink {
    if (guessed === true)
      this.add(
        "encoding-guessed",
        `${file} is not UTF-8; it was read as ${encodingTitles[encoding]}, which is a guess`,
      );
    const damage = damagedIn(text);
    if (damage !== null) this.add("damaged-characters", `${file}: ${damage}`);
    if (encoding !== "utf-8") return sink;
    return watched(sink, () =>
      this.add("not-utf-8", `${file} holds bytes that are not UTF-8: if it has another encoding, name it`),
    );
  }
}
