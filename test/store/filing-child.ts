/**
 * The process that kill.test.ts kills: files request after request, and says each one only when it is acknowledged.
 *
 * Takes    the address of the log and how many to file. Prints one id a line, written through at once.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open.ts";
import { filed } from "./filing-samples.ts";

const [url = "", count = "0"] = process.argv.slice(2);
const store = await openStore(url);
for (let n = 0; n < Number(count); n += 1) {
  const id = `Q-${n}`;
  const expected = (await store.conversation(id))?.version ?? 0;
  const outcome = await store.commit({
    conversation: { id, state: { filed: id }, expected },
    events: [{ requestId: id, expected: 0, event: filed(id) }],
  });
  if (outcome === "done") writeSync(1, `${id}\n`);
}
await store.close();
