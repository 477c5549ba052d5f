/** What the doctor says of one thing. A finding has to be put right; a note is worth knowing. */
export type Remark = {
  readonly about: string;
  readonly state: "good" | "note" | "finding";
  readonly says: string;
  /** What to do; a finding always has it. */
  readonly advice: string | null;
};

export const good = (about: string, says: string): Remark => ({ about, state: "good", says, advice: null });

export const note = (about: string, says: string, advice: string | null = null): Remark => ({
  about,
  state: "note",
  says,
  advice,
});

export const finding = (about: string, says: string, advice: string): Remark => ({
  about,
  state: "finding",
  says,
  advice,
});
