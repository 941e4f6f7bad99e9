/**
 * Numbers that identify a person are not kept: identity numbers, bank cards, telephones.
 *
 * Takes    free text a person typed. Returns it with such numbers replaced; everything else as it stands.
 * Leaves   classification markings to the acts: a marked text is refused whole.
 */

const identity = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const card = /(?<!\d)\d{4}(?:[ -]?\d{4}){2,3}[ -]?\d{1,7}(?!\d)/g;
const telephone = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;
const blot = "***";

/** The text without numbers that identify someone. */
export function masked(text: string): string {
  return text.replace(identity, blot).replace(card, blot).replace(telephone, blot);
}
