/**
 * An imprint (印记) of words: their length and a number made of them, short enough for a link.
 *
 * Takes    words, and later a text.
 * Returns  the imprint; whether the text holds words of this imprint, width and white space set aside.
 * Why      a link to a cited clause must tell which words were cited: a version of the document that no longer holds them
 *          is not what was cited. A whole clause in an address would be longer than servers take. The number rolls along
 *          the text, so that a long one is looked through once.
 */
import { bare } from "./text.ts";

const BASE = 0x01000193;
const FORM = /^([1-9]\d{0,6})-([0-9a-z]{1,7})$/u;

/** The imprint of words. */
export function imprint(words: string): string {
  const own = bare(words);
  return `${own.length}-${numberOf(own).toString(36)}`;
}

/** Does the text hold words of this imprint? Not where it is none. */
export function bears(text: string, mark: string): boolean {
  const [, digits, sought] = FORM.exec(mark) ?? [];
  if (digits === undefined || sought === undefined) return false;
  const [own, length, wanted] = [bare(text), Number(digits), Number.parseInt(sought, 36)];
  if (own.length < length) return false;
  let first = 1;
  for (let at = 1; at < length; at += 1) first = Math.imul(first, BASE);
  let number = numberOf(own.slice(0, length));
  for (let end = length; number !== wanted; end += 1) {
    if (end >= own.length) return false;
    const without = number - Math.imul(own.charCodeAt(end - length), first);
    number = (Math.imul(without, BASE) + own.charCodeAt(end)) >>> 0;
  }
  return true;
}

function numberOf(words: string): number {
  let number = 0;
  for (let at = 0; at < words.length; at += 1) number = (Math.imul(number, BASE) + words.charCodeAt(at)) >>> 0;
  return number;
}
