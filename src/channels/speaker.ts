/**
 * Speakers: the people whom a demo channel may speak as, as `main.ts` passes them in.
 *
 * Takes    nothing. Returns the shape, and how an id is found in a list of them.
 * Leaves   who may do what to the assistant: choosing a speaker grants nothing by itself.
 */
export interface Speaker {
  readonly id: string;
  /** The post, as the directory words it: "科长". */
  readonly post: string;
  /** The name of the unit that people are grouped under. */
  readonly unit: string;
}

/** Who speaks where nobody is named. */
export const defaultSpeaker = "keyuan";
/** The dialogue that is meant where none is named. */
export const defaultConversation = "main";

export function speakerOf(speakers: readonly Speaker[], id: string): Speaker | undefined {
  return speakers.find((speaker) => speaker.id === id);
}
