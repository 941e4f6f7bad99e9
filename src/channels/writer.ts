/**
 * Writing to standard output so that a slow reader slows us down, and a reader that has left ends us quietly.
 *
 * Takes    a writable stream.
 * Returns  `write`, which resolves once the text is handed over: false when nobody reads any more.
 * Throws   UpstreamError for every other failure (a full disk): lost output is never a clean end.
 */
import type { Writable } from "node:stream";
import { UpstreamError } from "../errors.ts";

export type Write = (text: string) => Promise<boolean>;

const LEFT = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

export function writerTo(output: Writable): Write {
  // The callback below gets every failure; without a listener the stream would throw it once more, at nobody.
  output.on("error", () => {});
  return (text) =>
    new Promise((resolve, reject) => {
      output.write(text, (error) => {
        if (!error) resolve(true);
        else if ("code" in error && typeof error.code === "string" && LEFT.has(error.code)) resolve(false);
        else reject(new UpstreamError("stdout", false, "standard output cannot be written", error));
      });
    });
}
