import { crc32, deflateSync } from "node:zlib";

type Point = readonly [x: number, y: number];

/** Filled, in the order in which they are given; places and sizes in points, a colour as 0xRRGGBB. */
export type Shape =
  | {
      readonly is: "box";
      readonly box: readonly [left: number, top: number, right: number, bottom: number];
      readonly color: number;
    }
  | { readonly is: "disc" | "diamond"; readonly at: Point; readonly size: number; readonly color: number };

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** Of the picture, a point. */
  readonly dots: number;
}

/** So many places of each dot, both ways, are looked at: edges are smooth. */
const finer = 3;

/** Shapes on white as PNG: there is no rasteriser among the libraries, and so few shapes need none. */
export function painted(shapes: readonly Shape[], { width, height, dots }: PictureSize): Buffer {
  const [columns, rows] = [width * dots, height * dots];
  const lines: Buffer[] = [];
  for (let row = 0; row < rows; row += 1) {
    const line = Buffer.alloc(1 + 3 * columns);
    for (let column = 0; column < columns; column += 1)
      writeDot(line, 1 + 3 * column, dotAt(shapes, column, row, dots));
    lines.push(line);
  }
  return pngOf(columns, rows, Buffer.concat(lines));
}

type Color = readonly [red: number, green: number, blue: number];

function dotAt(shapes: readonly Shape[], column: number, row: number, dots: number): Color {
  const sum = [0, 0, 0] as [number, number, number];
  for (let n = 0; n < finer * finer; n += 1) {
    const x = (column + ((n % finer) + 0.5) / finer) / dots;
    const y = (row + (Math.floor(n / finer) + 0.5) / finer) / dots;
    const color = shapes.findLast((shape) => covers(shape, x, y))?.color ?? 0xffffff;
    sum[0] += color >> 16;
    sum[1] += (color >> 8) & 0xff;
    sum[2] += color & 0xff;
  }
  return sum.map((value) => Math.round(value / (finer * finer))) as unknown as Color;
}

function covers(shape: Shape, x: number, y: number): boolean {
  if (shape.is === "box") {
    const [left, top, right, bottom] = shape.box;
    return x >= left && x < right && y >= top && y < bottom;
  }
  const [dx, dy] = [Math.abs(x - shape.at[0]), Math.abs(y - shape.at[1])];
  return shape.is === "disc" ? Math.hypot(dx, dy) < shape.size : dx + dy < shape.size;
}

function writeDot(line: Buffer, at: number, [red, green, blue]: Color): void {
  line[at] = red;
  line[at + 1] = green;
  line[at + 2] = blue;
}

/** Eight bits a colour, no filter, stored rather than squeezed: every zlib makes the same bytes of it. Source: PNG (ISO/IEC 15948). */
function pngOf(columns: number, rows: number, lines: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(columns, 0);
  header.writeUInt32BE(rows, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(2, 9);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 0 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
