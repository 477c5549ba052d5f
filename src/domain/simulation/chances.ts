/** 0–1; what is neither stays open. */
export interface Chances {
  readonly pass: number;
  readonly fail: number;
}
