/**
 * What was said in a browser's dialogue, kept to be shown again when the page is loaded.
 *
 * Takes    exchanges as they happen. Returns the last ones of a dialogue.
 * Why      in memory, and capped: this is a picture of the talk, not the talk. Its state, and every request, are in the
 *          store behind the assistant, so a restart empties the page and loses nothing. A transcript on disk would be one
 *          more place where names and illness lie.
 */
import type { Reply } from "../../assistant.ts";

export interface Exchange {
  readonly asked: string;
  readonly reply: Reply;
}

export interface Talks {
  readonly of: (conversation: string) => readonly Exchange[];
  readonly add: (conversation: string, exchange: Exchange) => void;
}

export function openTalks(mostExchanges = 40, mostConversations = 200): Talks {
  const talks = new Map<string, readonly Exchange[]>();
  return {
    of: (conversation) => talks.get(conversation) ?? [],
    add(conversation, exchange) {
      const talk = [...(talks.get(conversation) ?? []), exchange].slice(-mostExchanges);
      // Deleted first, so that the map stays in the order of last use and the first one is the oldest.
      talks.delete(conversation);
      talks.set(conversation, talk);
      const oldest = talks.keys().next();
      if (talks.size > mostConversations && !oldest.done) talks.delete(oldest.value);
    },
  };
}
