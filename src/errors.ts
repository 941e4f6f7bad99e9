/**
 * What is thrown, divided by who must act. What a person can be told is a value with a `kind`, never an error.
 *
 * ConfigError    the operator: every problem of the environment at once, each with its cure.
 * DataError      whoever edits data/: the file, the place in it, what is wrong there.
 * UsageError     whoever typed the command: what can be typed instead.
 * UpstreamError  nobody: a disk, a database or a remote service failed; wait or retry.
 */

export interface ConfigProblem {
  readonly variable: string;
  readonly cure: string;
}

export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map((problem) => `${problem.variable}: ${problem.cure}`).join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

export class DataError extends Error {
  readonly file: string;
  readonly place: string;
  readonly problem: string;

  constructor(file: string, place: string, problem: string, cause?: unknown) {
    super(`${file}${place === "" ? "" : ` (${place})`}: ${problem}`, { cause });
    this.name = "DataError";
    this.file = file;
    this.place = place;
    this.problem = problem;
  }
}

export class UsageError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UsageError";
  }
}

export class UpstreamError extends Error {
  readonly service: string;
  readonly retryable: boolean;

  constructor(service: string, retryable: boolean, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UpstreamError";
    this.service = service;
    this.retryable = retryable;
  }
}

/** Closes a `switch` over a union: the compiler asks for the case that is missing. */
export function assertNever(value: never): never {
  throw new Error(`a case nobody handles: ${JSON.stringify(value)}`);
}
