/**
 * One office (单位) opened: its law (documents, figures, rules, routes, papers), words, people, and the log.
 *
 * Takes    the data folder, the staff file and a store. Returns the parts, made once and passed by hand.
 * Throws   DataError naming file and place, so that a start with broken data ends with a clear line.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openActs } from "./dialogue/acts.ts";
import { type Cues, leaveRecord, openCues, routeType } from "./dialogue/cues.ts";
import { openPhrases } from "./dialogue/phrases.ts";
import type { Readers } from "./dialogue/read.ts";
import { openVocabulary } from "./dialogue/vocabulary.ts";
import { DataError } from "./errors.ts";
import { type Law, openLaw } from "./law.ts";
import { openCalendar } from "./lib/calendar.ts";
import { openLibrary } from "./policy/library.ts";
import { openPlaces } from "./policy/places.ts";
import { openReminderTimes, type ReminderTimes } from "./requests/reminder-times.ts";
import { openStaff, type Staff } from "./requests/staff.ts";
import type { IndexHome } from "./search/indexes.ts";
import { openPoints, pointsOf } from "./search/points.ts";
import { openSearch, type Search } from "./search/rank.ts";
import { openSearchWords, type SearchWords } from "./search/words.ts";
import type { Store } from "./store/store.ts";

export interface Office extends Law {
  readonly staff: Staff;
  readonly search: Search;
  readonly searchWords: SearchWords;
  readonly readers: Readers;
  readonly cues: Cues;
  /** When people are told something unasked. */
  readonly reminderTimes: ReminderTimes;
  /** The guide for staff (data/guide.md): 帮助 shows its first part. */
  readonly guide: string;
  readonly store: Store;
}

/** Opens every part; nothing is read again later. With a home for them, the indexes of the search are kept between starts. */
export function openOffice(data: string, staffFile: string, store: Store, indexes?: IndexHome): Office {
  const law = openLaw(data, openLibrary(join(data, "documents")));
  const { library, rules } = law;
  const searchWords = openSearchWords(join(data, "search.json"));
  const cues = openCues(join(data, "cues.json"), join(data, "phrases/rules"));
  for (const rule of cues.rules) {
    if (rules.of(rule) === undefined && routeType(rule) === undefined && rule !== leaveRecord)
      throw new DataError(join(data, "cues.json"), rule, "no rule has this id: correct it");
  }
  const acts = openActs(join(data, "acts.json"));
  return {
    ...law,
    staff: openStaff(staffFile),
    search: openSearch(
      library,
      [
        ...openPoints(join(data, "questions"), library),
        ...rules.provisions.flatMap(({ id, entries }) => pointsOf(id, entries)),
      ],
      searchWords,
      indexes,
    ),
    searchWords,
    readers: {
      acts,
      phrases: openPhrases(join(data, "phrases"), acts),
      vocabulary: openVocabulary(join(data, "vocabulary.json")),
      places: openPlaces(join(data, "places.json")),
      calendar: openCalendar(join(data, "calendar.json")),
    },
    cues,
    reminderTimes: openReminderTimes(join(data, "reminders.json")),
    guide: readFileSync(join(data, "guide.md"), "utf8"),
    store,
  };
}
