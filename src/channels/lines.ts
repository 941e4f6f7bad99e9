/**
 * Lines out of a stream of bytes, never holding more than one line of a bounded length.
 *
 * Takes    a readable of bytes, and the longest line in bytes.
 * Returns  each line as text, or why it has none; of a longer line only the beginning is kept.
 * Why      node:readline keeps a line whatever its length: one endless line would take all memory.
 */
export type Line =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "too-long" | "not-utf8"; readonly beginning: string };

const NEWLINE = 0x0a;
const longestLine = 256 * 1024;
const keptOfBadLine = 1024;

/** Line by line; what stands after the last line end is a line too. */
export async function* linesOf(input: AsyncIterable<Uint8Array>, longest = longestLine): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    if (length <= longest) parts.push(part.subarray(0, longest + 1 - length));
    length += part.length;
  };
  const take = (): Line => {
    const line = readLine(Buffer.concat(parts), length > longest);
    parts = [];
    length = 0;
    return line;
  };

  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function readLine(bytes: Uint8Array, cut: boolean): Line {
  const beginning = () => new TextDecoder().decode(bytes.subarray(0, keptOfBadLine));
  if (cut) return { kind: "too-long", beginning: beginning() };
  try {
    return { kind: "line", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "not-utf8", beginning: beginning() };
  }
}
