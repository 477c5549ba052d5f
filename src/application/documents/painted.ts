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
const white = 0xffffff;

/** Shapes on white as PNG: there is no rasteriser among the libraries, and so few shapes need none. */
export function painted(shapes: readonly Shape[], { width, height, dots }: PictureSize): Buffer {
  const [columns, rows] = [width * dots, height * dots];
  const [xs, ys] = [placesOf(columns, dots), placesOf(rows, dots)];
  const colors = new Uint32Array(xs.length * ys.length).fill(white);
  // A later shape lies on the earlier ones. Each touches its own places only: most of a picture is white.
  for (const shape of shapes) fill(colors, shape, xs, ys);
  return pngOf(columns, rows, linesOf(colors, columns, rows));
}

/** In points, the middles of the places that are looked at along one side of so many dots. */
const placesOf = (amount: number, dots: number): Float64Array =>
  Float64Array.from({ length: amount * finer }, (_, n) => (Math.floor(n / finer) + ((n % finer) + 0.5) / finer) / dots);

function fill(colors: Uint32Array, shape: Shape, xs: Float64Array, ys: Float64Array): void {
  const [left, top, right, bottom] = shape.is === "box" ? shape.box : around(shape.at, shape.size);
  const [first, end] = [firstFrom(xs, left), firstFrom(xs, right)];
  for (let row = firstFrom(ys, top); row < firstFrom(ys, bottom); row += 1) {
    const start = row * xs.length;
    if (shape.is === "box") colors.fill(shape.color, start + first, start + end);
    else
      for (let column = first; column < end; column += 1)
        if (covers(shape, xs[column] ?? 0, ys[row] ?? 0)) colors[start + column] = shape.color;
  }
}

const around = ([x, y]: Point, size: number) => [x - size, y - size, x + size, y + size] as const;

/** The first of the rising places that is not before a bound. */
function firstFrom(places: Float64Array, bound: number): number {
  const first = places.findIndex((place) => place >= bound);
  return first === -1 ? places.length : first;
}

function covers(shape: Exclude<Shape, { readonly is: "box" }>, x: number, y: number): boolean {
  const [dx, dy] = [Math.abs(x - shape.at[0]), Math.abs(y - shape.at[1])];
  return shape.is === "disc" ? Math.hypot(dx, dy) < shape.size : dx + dy < shape.size;
}

/** Each dot has the mean colour of its places; a line begins with the byte that says it is not filtered. */
function linesOf(colors: Uint32Array, columns: number, rows: number): Buffer {
  const lines = Buffer.alloc(rows * (1 + 3 * columns));
  const wide = columns * finer;
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    at += 1;
    for (let column = 0; column < columns; column += 1) {
      let [red, green, blue] = [0, 0, 0];
      for (let n = 0; n < finer * finer; n += 1) {
        const color = colors[(row * finer + Math.floor(n / finer)) * wide + column * finer + (n % finer)] ?? white;
        red += color >> 16;
        green += (color >> 8) & 0xff;
        blue += color & 0xff;
      }
      lines[at] = Math.round(red / (finer * finer));
      lines[at + 1] = Math.round(green / (finer * finer));
      lines[at + 2] = Math.round(blue / (finer * finer));
      at += 3;
    }
  }
  return lines;
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
