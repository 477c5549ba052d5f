/** Whether the database beside the ledger takes what people send. */
export interface WriteProbe {
  /** Writes as much as a large form and takes it back. Rejects with the machine's fault where that fails. */
  tryWriting(): Promise<void>;
}
