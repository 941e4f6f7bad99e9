/**
 * The process that killed.ts kills: files request after request and has each approved, and says so only when it is acknowledged.
 *
 * Takes    the address of the log and the number of the request to go on with; what it finds done it says as well.
 * Prints   one `id kind` a line, written through at once. It ends only by being killed.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open.ts";
import { approval, filed } from "./filing-samples.ts";

const [url = "", first = "0"] = process.argv.slice(2);
const store = await openStore(url);
for (let n = Number(first); ; n += 1) {
  const id = `Q-${n}`;
  const known = await store.request(id);
  const filing = {
    conversation: { id, state: { filed: id }, expected: 0 },
    events: [{ requestId: id, expected: 0, event: filed(id) }],
  };
  if (known !== undefined || (await store.commit(filing)) === "done") writeSync(1, `${id} filed\n`);
  if (known?.version === 2 || (await store.commit(approval(id, "kezhang", 0))) === "done")
    writeSync(1, `${id} approved\n`);
}
