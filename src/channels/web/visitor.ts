/**
 * The visitor: as whom a browser speaks, and in which dialogue.
 *
 * Takes    cookies, which are checked against the list of speakers and the shape of our ids.
 * Returns  the speaker and the conversation; cookies are set where they were missing.
 * Why      a conversation belongs to one speaker: after a switch, the other one's draft is not there to be confirmed.
 */
import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { type Speaker, speakerOf } from "../speaker.ts";

const SPEAKER = "zhice_as";
const TALK = "zhice_talk";
const cookie = { path: "/", httpOnly: true, sameSite: "Strict" } as const;
const talkId = z.uuid();

export interface Visitor {
  readonly speaker: Speaker;
  readonly conversation: string;
}

/** Who is there; `fallback` speaks until someone else is chosen. */
export function visitorOf(c: Context, speakers: readonly Speaker[], fallback: Speaker): Visitor {
  const speaker = speakerOf(speakers, getCookie(c, SPEAKER) ?? "") ?? fallback;
  const known = talkId.safeParse(getCookie(c, TALK));
  const talk = known.success ? known.data : beginTalk(c);
  return { speaker, conversation: `web:${talk}:${speaker.id}` };
}

/** A new dialogue for this browser; returns its id. */
export function beginTalk(c: Context): string {
  const talk = randomUUID();
  // Who follows a link from elsewhere comes without strict cookies: a new one would overwrite the dialogue they have.
  if (c.req.header("sec-fetch-site") !== "cross-site") setCookie(c, TALK, talk, { ...cookie, maxAge: 30 * 24 * 3600 });
  return talk;
}

export function rememberSpeaker(c: Context, speaker: Speaker): void {
  setCookie(c, SPEAKER, speaker.id, cookie);
}
