/**
 * The JSON files of a data folder: those of one folder, or of each unit's folder in it.
 *
 * Takes    a path. Returns paths and names without their ending, in order. Leaves reading them to read-json.ts.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

export interface JsonFile {
  readonly path: string;
  readonly name: string;
}

/** The JSON files right in this folder. */
export function jsonFilesIn(directory: string): readonly JsonFile[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({ path: join(directory, file), name: basename(file, ".json") }));
}

/** The JSON files of every unit's folder; none where there is no such folder. */
export function jsonFilesOfUnits(directory: string): readonly (JsonFile & { readonly unit: string })[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: unit }) => jsonFilesIn(join(directory, unit)).map((file) => ({ ...file, unit })));
}
