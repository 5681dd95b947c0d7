// A thread that reads resolutions of a meeting: the folder of the library comes at the start, then a job at a time.
import { workerData } from 'node:worker_threads';
import { openLibrary } from '../../io/library/library.ts';
import { serveJobs } from '../pool/serve-jobs.ts';
import { readJob, type MeetingJob, type MeetingSetting } from './meeting-jobs.ts';

// The other end is our own program.
const { library, ...rest } = workerData as MeetingSetting;
const context = { ...rest, library: openLibrary(library), language: undefined };

const read = readJob(context);
serveJobs((job) => read(job as MeetingJob));
