/** A job as a thread is given it, by its place among all jobs. */
export interface JobOrder {
  readonly at: number;
  readonly job: unknown;
}

/** What a thread says of a job. */
export type JobAnswer =
  | { readonly kind: 'done'; readonly at: number; readonly answer: unknown }
  /** A bug of ours: bad input is told in the answer. */
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
