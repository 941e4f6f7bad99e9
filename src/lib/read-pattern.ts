/**
 * A pattern of a data file as a regular expression.
 *
 * Takes    its source, its flags, and the file and place it stands in.
 * Throws   DataError with file and place where it is none, so that whoever edits data/ can mend it.
 */
import { DataError } from "../errors.ts";

/** Compiles one pattern; case is never told apart unless the flags say so. */
export function readPattern(source: string, path: string, place: string, flags = "iu"): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    throw new DataError(path, place, `${source} is not a regular expression: mend it`, cause);
  }
}
