/** SHA-256(32 random bytes ‖ text) in hex: free text stays erasable beside the ledger, its event carries this. */
export type TextRef = string;
