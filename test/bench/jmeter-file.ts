import { open } from "node:fs/promises";

const header =
  "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";

/** A JMeter results file of at least so many bytes, the same every time: four levels of concurrency, 20 labels, stalls. */
export async function writeJMeterFile(path: string, bytes: number, start = Date.UTC(2026, 2, 1)): Promise<void> {
  const file = await open(path, "w");
  try {
    let written = 0;
    let chunk = header;
    let time = start;
    for (let i = 0; written < bytes; i += 1) {
      time += i % 3;
      chunk += row(i, time);
      if (chunk.length < 1 << 20) continue;
      written += (await file.write(chunk)).bytesWritten;
      chunk = "";
    }
  } finally {
    await file.close();
  }
}

function row(i: number, time: number): string {
  const threads = [10, 20, 40, 80][Math.floor(i / 250_000) % 4] ?? 10;
  const elapsed = 20 + ((i * 7919) % 380) + (i % 5000 < 40 ? 4000 : 0);
  const failed = i % 997 === 0;
  const outcome = failed ? '503,"Service Unavailable, try again"' : "200,OK";
  const page = `/permits/${i % 20}`;
  return `${time},${elapsed},GET ${page},${outcome},Thread Group 1-${i % threads},text,${!failed},,${1000 + (i % 999)},390,${threads},${threads},https://permits.example${page}?page=${i % 7},${elapsed - 5},0,${i % 4}\n`;
}
