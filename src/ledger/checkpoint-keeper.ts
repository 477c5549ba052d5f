import { fileCheckpoint, readCheckpointFile, thinCheckpointFile } from "./checkpoint-file.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import type { Statements } from "./statements.ts";

/**
 * Copies the newest stored checkpoint to the file outside the database: at start, where a crash left a gap, each
 * second while something is written (by this process or another), and at close.
 */
export class CheckpointKeeper {
  readonly #file: string;
  readonly #sql: Statements;
  #active: boolean;
  #filed: string | null = null;
  #added = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param active false while the file contradicts the ledger: it then stays as it is. */
  constructor(file: string, sql: Statements, active: boolean) {
    this.#file = file;
    this.#sql = sql;
    this.#active = active;
  }

  /** @param onProblem hears of a copy that failed (a full disk); the next one tries again. */
  start(every: number, onProblem: (error: unknown) => void): void {
    if (this.#active) this.#fillGap();
    if (every > 0) this.#timer = setInterval(() => this.#trySync(onProblem), every).unref();
  }

  resume(): void {
    this.#active = true;
    this.#fillGap();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.sync();
  }

  #trySync(onProblem: (error: unknown) => void): void {
    try {
      this.sync();
    } catch (error) {
      onProblem(error);
    }
  }

  sync(): void {
    const note = this.#active ? (this.#sql.checkpoint.get() ?? null) : null;
    if (note === null || note === this.#filed) return;
    fileCheckpoint(this.#file, note);
    this.#sql.addFiled.run(parseCheckpoint(note)?.size ?? 0);
    this.#filed = note;
    this.#added += 1;
    if (this.#added % 100 === 0) this.#thin();
  }

  #fillGap(): void {
    this.#remember();
    this.#thin();
    const newest = this.#sql.checkpoint.get() ?? null;
    // Ed25519 is deterministic: the same head has the same note.
    if (readCheckpointFile(this.#file).checkpoints.some(({ note }) => note === newest)) this.#filed = newest;
    this.sync();
  }

  /** What a crash left unremembered, and the whole file of a ledger from before it was remembered. */
  #remember(): void {
    const [last, known] = [this.#sql.tip.get()?.position ?? 0, new Set(this.#sql.filed.all())];
    for (const { size } of readCheckpointFile(this.#file).checkpoints)
      if (size <= last && !known.has(size)) this.#sql.addFiled.run(size);
  }

  #thin(): void {
    thinCheckpointFile(
      this.#file,
      (position) => this.#sql.leafTime.get(position) ?? null,
      (positions) => {
        for (const position of positions) this.#sql.dropFiled.run(position);
      },
    );
  }
}
