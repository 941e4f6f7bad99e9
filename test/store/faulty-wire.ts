/**
 * A wire to a PostgreSQL server that can be cut: a TCP relay on this machine, gone with the test.
 */
import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface FaultyWire {
  /** The server's address, by way of the relay. */
  readonly url: string;
  /** Nobody gets through, and who was through is cut off. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** The next commit reaches the server and is carried out; its answer never comes back. */
  readonly loseNextCommit: (then?: "stay cut") => void;
}

export async function faultyWire(url: string): Promise<FaultyWire> {
  const server = new URL(url);
  const through = new Set<Socket>();
  let isCut = false;
  let losing: "no" | "once" | "stay cut" = "no";

  const drop = () => {
    for (const socket of through) socket.destroy();
  };
  const relay = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = dial(Number(server.port || 5432), server.hostname);
    for (const socket of [near, far]) {
      through.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          through.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    let lost = false;
    near.on("data", (sent) => {
      lost ||= losing !== "no" && sent.includes("commit\0");
      far.write(sent);
    });
    far.on("data", (answer) => {
      if (!lost) return void near.write(answer);
      isCut = losing === "stay cut";
      losing = "no";
      drop();
    });
  }).listen(0, "127.0.0.1");
  await once(relay, "listening");
  onTestFinished(() => {
    drop();
    relay.close();
  });

  const address = relay.address();
  const relayed = new URL(url);
  relayed.hostname = "127.0.0.1";
  relayed.port = String(typeof address === "object" && address !== null ? address.port : "");
  return {
    url: relayed.href,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    loseNextCommit(then) {
      losing = then ?? "once";
    },
  };
}
