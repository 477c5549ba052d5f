import { encode } from "uqr";
import { html, Html } from "./html.ts";

/**
 * An address as a QR code (ISO/IEC 18004, correction level M: up to 15 % may be damaged), drawn on the server as one path; its quiet
 * zone of four modules belongs to it. Black on white whatever the colours of the page are: cameras need the contrast.
 *
 * @param label what it leads to, for whoever does not see it
 */
export function qrCode(address: string, label: string): Html {
  const { data, size } = encode(address, { ecc: "M", border: 4 });
  const dark = new Html(`<path class="ts-qr__dark" d="${data.map(rowPath).join("")}"/>`);
  return html`<svg
    class="ts-qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <rect class="ts-qr__light" width="${size}" height="${size}" />
    ${dark}
  </svg>`;
}

/** The dark stretches of one row, each a flat rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    let width = 0;
    while (row[x + width] === true) width += 1;
    if (width > 0) path += `M${x} ${y}h${width}v1h-${width}z`;
    x += width;
  }
  return path;
}
