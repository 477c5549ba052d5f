import type { Random } from "../random.ts";

/** Runs of the nightly processing: records, bytes, seconds, failures. `perHour` is the mean rate of records. */
export function volumeCsv(random: Random, runs: number, perHour: number, minutes = 30): string {
  const rows = ["records,bytes,seconds,failures"];
  for (let run = 0; run < runs; run++) {
    const seconds = random.whole(60 * minutes - 100, 60 * minutes + 100);
    const records = Math.round(((perHour * seconds) / 3600) * random.between(0.94, 1.06));
    rows.push(
      `${records},${records * random.whole(700, 900)},${seconds},${random.whole(0, Math.ceil(records / 4000))}`,
    );
  }
  return rows.join("\n") + "\n";
}
