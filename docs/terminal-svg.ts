/**
 * What a terminal printed, as an SVG picture whose text can be read, searched and copied.
 *
 * Takes    the characters that went to a terminal, with the escape sequences of colours and of a line editor.
 * Returns  an SVG. Chinese characters take two columns whatever fonts the reader has: every run says how long it is.
 */
import { displayWidth } from "../src/channels/display-width.ts";

const cell = 8.4;
const lineHeight = 20;
const margin = 20;

/** Select Graphic Rendition → what it looks like here, on a light ground. */
const STYLES: Readonly<Record<string, string>> = {
  "1": "font-weight:bold",
  "2": "fill:#667",
  "4": "text-decoration:underline",
  "31": "fill:#b42318",
  "32": "fill:#1a7f37",
  "33": "fill:#8a5a00",
  "34": "fill:#0b57a4",
  "36": "fill:#0e7490",
  "90": "fill:#667",
};

export function terminalSvg(printed: string): string {
  const lines = plainMoves(printed).trimEnd().split("\n");
  const columns = Math.max(...lines.map((line) => displayWidth(withoutStyles(line))));
  const width = Math.ceil(columns * cell + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  let style = "";
  const rows = lines.flatMap((line, row) => {
    const y = margin + (row + 0.75) * lineHeight;
    let column = 0;
    return [...line.matchAll(/␛\[([\d;]*)m|([\x20-\x7e]+|[^␛\x20-\x7e]+)/gu)].flatMap(([, codes, run]) => {
      if (run === undefined) {
        style = restyled(style, codes ?? "");
        return [];
      }
      const from = column;
      column += displayWidth(run);
      return run.trim() === "" ? [] : [text(run, margin + from * cell, y, (column - from) * cell, style)];
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace" font-size="14" fill="#1f2328">
<title>知策: a session in a terminal</title>
<rect width="100%" height="100%" rx="10" fill="#fbfaf7" stroke="#ddd8cc"/>
${rows.join("\n")}
</svg>
`;
}

/**
 * The escape character gets a face first. The line editor's movements only ever rewrite the line they stand on: what it draws last is
 * what is seen.
 */
function plainMoves(printed: string): string {
  return printed
    .replaceAll("\u001b", "␛")
    .replace(/\r+\n?/g, "\n")
    .replace(/␛\[\?\d+[hl]/g, "")
    .split("\n")
    .map((line) => (line.split(/␛\[1G␛\[0?J/).at(-1) ?? "").replace(/␛\[\d*[A-HJK]/g, ""))
    .join("\n");
}

const withoutStyles = (line: string): string => line.replace(/␛\[[\d;]*m/g, "");

function restyled(style: string, codes: string): string {
  return codes.split(";").reduce((now, code) => {
    if (code === "" || code === "0" || code === "39" || code === "22") return "";
    return [now, STYLES[code] ?? ""].filter((one) => one !== "").join(";");
  }, style);
}

function text(run: string, x: number, y: number, length: number, style: string): string {
  const shown = run.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const look = style === "" ? "" : ` style="${style}"`;
  return `<text x="${x.toFixed(1)}" y="${y}" textLength="${length.toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"${look}>${shown}</text>`;
}
