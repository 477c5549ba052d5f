import { TextDecoder } from "node:util";
import { type Head } from "../format.ts";
import { Refused } from "../refused.ts";
import {
  loadFormat,
  noLoadChange,
  stallsChange,
  taggedChange,
  warmUpChange,
  type Run,
  type RunFile,
} from "../load/run-reader.ts";
import { XmlSamples } from "./xml-samples.ts";
import { XmlTokens } from "./xml-tokens.ts";

/**
 * Apache JMeter's XML results (JMeter manual, "XML Log format 2.1"): httpSample and sample elements with the attributes
 * t (elapsed, ms), ts (start, epoch ms), s (success), lb (label), na (threads running), rm (message). What counts as a
 * request is said in xml-samples.ts.
 */
export const jmeterXml = loadFormat({
  name: "jmeter-xml",
  title: "JMeter XML",
  version: 5,
  changes: [
    { version: 2, change: stallsChange },
    { version: 3, change: noLoadChange },
    { version: 4, change: warmUpChange },
    { version: 5, change: taggedChange },
  ],
  closedLoop: true,
  fractions: false,
  failures: "all",
  decodes: true,
  nothing: "There is no sample in the file",
  recognises: ({ text }) => /^<testResults[\s>/]/.test(fromRoot(text)),
  file,
});

/** From the root element on; a document type is passed over too, so that reading the file refuses it by name. */
function fromRoot(text: string): string {
  const passed = [
    ["<?", "?>"],
    ["<!--", "-->"],
    ["<!DOCTYPE", "<testResults"],
  ] as const;
  let at = 0;
  for (;;) {
    while (/[\s\uFEFF]/.test(text[at] ?? "")) at += 1;
    const [begins, ends] = passed.find(([mark]) => text.startsWith(mark, at)) ?? [];
    if (begins === undefined) return text.slice(at, at + 20);
    const end = text.indexOf(ends, at);
    if (end < 0) return "";
    at = begins === "<!DOCTYPE" ? end : end + ends.length;
  }
}

function file(name: string, head: Head, run: Run): RunFile {
  const decoder = decoderOf(name, head);
  const samples = new XmlSamples(name, run);
  const tokens = new XmlTokens(name, samples);
  return {
    write: (chunk) => tokens.write(decoder.decode(chunk, { stream: true })),
    end: () => {
      tokens.write(decoder.decode());
      tokens.end();
    },
  };
}

/** What the XML declaration says, unless the bytes are UTF-16. */
function decoderOf(name: string, head: Head): TextDecoder {
  const declared = /^\uFEFF?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head.text)?.[1];
  const label = head.encoding.startsWith("utf-16") ? head.encoding : (declared ?? head.encoding);
  try {
    return new TextDecoder(label);
  } catch {
    const message = `${name}: the encoding ${label} that the XML declares is not known`;
    throw new Refused({ file: name, row: 1, code: "unknown-encoding", message });
  }
}
