import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the first day a ZIP archive knows: the same parts make the same bytes on any day. */
const day = 0x0021;

/** A ZIP archive of these parts in this order. Source: PKWARE APPNOTE 6.3.9, §4.3. */
export function zipOf(parts: ReadonlyMap<string, Buffer>): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of parts) {
    const [title, packed] = [Buffer.from(name), deflateRawSync(content)];
    const about = headerOf(content, packed, title);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), about, title, packed]);
    locals.push(local);
    entries.push(Buffer.concat([Buffer.from("504b01021400", "hex"), about, entryTail(at), title]));
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...locals, directory, endOf(parts.size, directory.length, at)]);
}

/** What a part's own header and its entry in the directory say alike: names are UTF-8, content is deflated. */
function headerOf(content: Buffer, packed: Buffer, title: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt16LE(day, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(title.length, 22);
  return header;
}

/** No comment, one disk, and where the part begins. */
function entryTail(at: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(at, 10);
  return tail;
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
