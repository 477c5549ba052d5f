import type { CheckpointFile, FiledCheckpoint, Foreign } from "./checkpoint-file.ts";
import { keyName, parseCheckpoint } from "./checkpoint.ts";

import type { Leaf } from "./codec.ts";
import type { Findings } from "./findings.ts";
import type { KeysInTime } from "./keys-in-time.ts";
import { LOSS_DECLARED, declaredLosses, isDeclared } from "./loss.ts";
import type { Loss } from "./loss.ts";
import { KEY_ROTATED, enteredRotations } from "./rotation.ts";
import type { EnteredRotation } from "./rotation.ts";
import { places } from "./verify-leaves.ts";
import type { Roots } from "./verify-nodes.ts";
import type { LeafWitness } from "./verify-witness.ts";
import { counted } from "../domain/words/counted.ts";

/** What the leaves came to. */
export interface Tree {
  readonly size: number;
  readonly roots: Roots;
}

/** Keeps the losses that operators declared, and the handing over of keys. */
export class LossWitness implements LeafWitness {
  readonly losses: Loss[] = [];
  readonly rotations: EnteredRotation[] = [];

  see(_position: number, _hash: string, leaf: Leaf | null): void {
    if (leaf?.type === LOSS_DECLARED) this.losses.push(...declaredLosses([leaf]));
    if (leaf?.type === KEY_ROTATED) this.rotations.push(...enteredRotations([leaf]));
  }
}

/** The newest checkpoint in the database must sign exactly what the leaves come to. */
export function verifyStored(note: string | null, keys: KeysInTime, tree: Tree, findings: Findings): void {
  if (note === null) {
    if (tree.size > 0) findings.add(places(1, tree.size), "unsigned-tail", "no signed checkpoint covers these entries");
    return;
  }
  const head = parseCheckpoint(note);
  if (head === null || !keys.accepts(note, head.size)) {
    const place = `stored checkpoint${head === null ? "" : ` at ${head.size}`}`;
    findings.add(place, "checkpoint-forged", `it is not signed with ${whose(keys, head?.size)}`);
    return;
  }
  if (head.size < tree.size) {
    findings.add(
      places(head.size + 1, tree.size),
      "unsigned-tail",
      `the newest signed checkpoint ends at ${head.size}`,
    );
  }
  if (head.size > tree.size) {
    findings.add(
      places(tree.size + 1, head.size),
      "truncated",
      `entries are missing below the signed head ${head.size}`,
    );
  } else if (tree.roots.get(head.size) !== head.root.toString("hex")) {
    findings.add(places(1, head.size), "rewritten", `the entries do not come to the root signed at ${head.size}`);
  }
}

/** Checkpoints outside the database: each must be a head that this ledger had, or one whose loss was declared. */
export class FiledCheckpoints {
  readonly #name: string;
  readonly #checkpoints: readonly FiledCheckpoint[];
  readonly #foreign: readonly Foreign[];

  /** @param name of the file in messages. */
  constructor({ checkpoints, foreign }: CheckpointFile, name: string) {
    this.#name = name;
    this.#checkpoints = checkpoints;
    this.#foreign = foreign;
  }

  sizes(): readonly number[] {
    return this.#checkpoints.map(({ size }) => size);
  }

  verify(keys: KeysInTime, tree: Tree, losses: readonly Loss[], findings: Findings): void {
    let agreed = 0;
    let lost = 0;
    for (const checkpoint of this.#checkpoints) {
      const place = `${this.#name}, checkpoint ${checkpoint.record} at ${checkpoint.size}`;
      // What was lost may have been signed by a key whose handing over was lost with it.
      const isLost = isDeclared(losses, checkpoint) && keys.acceptsEver(checkpoint.note);
      if (!isLost && !keys.accepts(checkpoint.note, checkpoint.size)) {
        findings.add(
          place,
          "checkpoint-forged",
          `${signer(checkpoint.note, keys)}, not with ${whose(keys, checkpoint.size)}`,
        );
      } else if (tree.roots.get(checkpoint.size) === checkpoint.root.toString("hex")) {
        agreed = checkpoint.size;
      } else if (isLost) {
        lost += 1;
      } else {
        contradiction(place, checkpoint, agreed, tree, findings);
      }
    }
    if (lost > 0)
      findings.note(
        "loss-declared",
        { file: this.#name, count: lost },
        `${this.#name}: ${counted(lost, "checkpoint belongs", "checkpoints belong")} to entries whose loss was declared`,
      );
    for (const { line, torn } of this.#foreign) this.#reportForeign(line, torn, findings);
  }

  #reportForeign(line: number, torn: boolean, findings: Findings): void {
    const place = `${this.#name}, line ${line}`;
    if (torn)
      findings.note(
        "torn-record",
        { file: this.#name, line },
        `${place}: the last record is incomplete, as a crash leaves it`,
      );
    else findings.add(place, "log-altered", "it is no checkpoint, though others follow it");
  }
}

/** The key that had to sign it, by its name where there were several. */
function whose({ spans }: KeysInTime, size = 0): string {
  if (spans.length === 1) return "this ledger's key";
  const span = spans.find(({ until }) => until === null || size < until);
  return `the key ${keyName(span?.vkey ?? "")}, whose it was to sign at ${size}`;
}

function signer(note: string, keys: KeysInTime): string {
  const { origin, spans } = keys;
  const other = parseCheckpoint(note)?.origin ?? "";
  if (keys.acceptsEver(note)) {
    const by = spans.findLast(({ verifier }) => verifier.accepts(note));
    return `it is signed with the key ${keyName(by?.vkey ?? "")}`;
  }
  return other === origin ? "it is signed with another key or altered" : `it is a checkpoint of ${other}`;
}

function contradiction(place: string, filed: FiledCheckpoint, agreed: number, tree: Tree, findings: Findings): void {
  if (filed.size > tree.size) {
    const message = `the ledger ends at ${tree.size}: an older copy, or entries up to ${filed.size} were cut off`;
    findings.add(place, "below-checkpoint", message);
    return;
  }
  const since = agreed < filed.size ? places(agreed + 1, filed.size) : places(1, filed.size);
  findings.add(place, "rewritten", `the ledger had another root at ${filed.size}: ${since} are not what was signed`);
}
