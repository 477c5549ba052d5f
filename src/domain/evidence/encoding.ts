/** How a file's bytes may be read: those that tools and spreadsheets write. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030", "big5", "shift_jis"] as const;

export type Encoding = (typeof encodings)[number];

export const isEncoding = (name: string): name is Encoding => encodings.some((encoding) => encoding === name);
