import { audienceCodes, type Audience } from "@tocsin/cases";
import { requiredOption, usage, type Call } from "../call.ts";

/** Throws `cli.usage`. */
export function audienceOf(call: Call): Audience {
  const given = requiredOption(call, "audience", "--audience");
  const audience = audienceCodes.find((code) => code === given);
  if (audience === undefined) throw usage(`--audience is one of ${audienceCodes.join(", ")}`);
  return audience;
}
