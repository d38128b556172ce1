// Waits for one piece of work, where what comes next needs its result.
import { ApiError, type Api } from "./api.ts";
import type { Job } from "./contract/work.ts";

const interval = 300;

/** The job once it is done. Throws what it failed with, and `cancelled` where somebody stopped it. */
export async function jobDone(api: Pick<Api, "job">, id: string): Promise<Job> {
  for (;;) {
    const job = await api.job(id);
    if (job.state === "done") return job;
    if (job.error !== undefined)
      throw new ApiError(job.error.code, job.error.message, { details: job.error.details ?? {} });
    if (job.state !== "running") throw new ApiError("cancelled", "Cannot go on: the work was stopped");
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
