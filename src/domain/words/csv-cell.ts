/** A cell of a CSV file, in quotes where it needs them. Source: RFC 4180, §2. */
export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
