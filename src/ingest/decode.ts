/**
 * Bytes → text, whatever encoding an office's computer wrote: UTF-8, UTF-16, GB18030, Big5.
 *
 * Takes    bytes, and the encoding that an HTML page declares. Returns the text, or undefined for what is no text.
 * Why      GB18030 reads almost any bytes, so UTF-8 goes first (a few broken bytes are damage, not another encoding), and
 *          of GB18030 and Big5 the one wins whose text has more of the commonest characters.
 */

const COMMONEST = new Set(
  "的一是在不了有和人我他這这中大來来上國国個个到說说們们為为子和地出道也時时年得就要下以會会可主發发務务第条條及",
);
const MOST_BROKEN = 0.01;
const MOST_CONTROLS = 0.005;

/** Decodes a file's bytes. */
export function decode(bytes: Uint8Array, declared?: string): string | undefined {
  const read = marked(bytes) ?? inDeclared(bytes, declared) ?? inUtf8(bytes) ?? inChinese(bytes);
  const text = read === undefined || isBinary(read) ? inUnmarkedUtf16(bytes) : read;
  return text?.replace(/^\ufeff/u, "");
}

/** UTF-16 that lost its mark reads as anything; only text that is Chinese for the most part is believed. */
function inUnmarkedUtf16(bytes: Uint8Array): string | undefined {
  const readings = ["utf-16le", "utf-16be"].flatMap((encoding) => strictly(encoding, bytes) ?? []);
  return readings.find((text) => !isBinary(text) && (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 2);
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return undefined;
}

function inDeclared(bytes: Uint8Array, declared: string | undefined): string | undefined {
  return declared === undefined || /utf-?8/iu.test(declared) ? undefined : strictly(declared, bytes);
}

/** The share of broken characters is taken of those beyond ASCII, or a Chinese word in an English page would not show. */
function inUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken <= beyond * MOST_BROKEN ? text : undefined;
}

function inChinese(bytes: Uint8Array): string | undefined {
  const readings = ["gb18030", "big5"].flatMap((encoding) => strictly(encoding, bytes) ?? []);
  return readings.toSorted((one, other) => commonness(other) - commonness(one))[0];
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function commonness(text: string): number {
  let common = 0;
  for (const character of text) if (COMMONEST.has(character)) common += 1;
  return common;
}

function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/gu)?.length ?? 0;
  return text.includes("\u0000") || controls > text.length * MOST_CONTROLS;
}
