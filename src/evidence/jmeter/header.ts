import { declaredDelimiter, firstRecord, withoutSeparatorLine } from "../csv.ts";

/** Where the columns stand that a load measurement needs; −1 where the file has none. */
export interface JMeterHeader {
  readonly delimiter: number;
  readonly columns: number;
  readonly timeStamp: number;
  readonly elapsed: number;
  readonly label: number;
  readonly responseMessage: number;
  readonly success: number;
  readonly dataType: number;
  readonly allThreads: number;
  readonly url: number;
  readonly responseCode: number;
  readonly threadName: number;
  /** Records that stand before the first row. */
  readonly before: number;
}

const delimiters = [",", ";", "\t", "|"];

/** Which columns a results file has is the tester's choice; these two make it one. Null where this is another text. */
export function jmeterHeader(file: string): JMeterHeader | null {
  const text = withoutSeparatorLine(file);
  for (const delimiter of delimiters) {
    const names = firstRecord(text, delimiter)?.map((name) => name.trim());
    if (names?.includes("timeStamp") !== true || !names.includes("elapsed")) continue;
    return {
      delimiter: delimiter.charCodeAt(0),
      columns: names.length,
      timeStamp: names.indexOf("timeStamp"),
      elapsed: names.indexOf("elapsed"),
      label: names.indexOf("label"),
      responseMessage: names.indexOf("responseMessage"),
      success: names.indexOf("success"),
      dataType: names.indexOf("dataType"),
      allThreads: names.indexOf("allThreads"),
      url: names.indexOf("URL"),
      responseCode: names.indexOf("responseCode"),
      threadName: names.indexOf("threadName"),
      before: declaredDelimiter(file) === null ? 1 : 2,
    };
  }
  return null;
}

/** A results file saved without its header: epoch milliseconds, then whole milliseconds. */
export function headerless(text: string): boolean {
  return /^\d{13}[,;\t|]\d{1,9}[,;\t|]/.test(text);
}
