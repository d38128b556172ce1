import { stringOption, type Call } from "../call.ts";

/**
 * Who answers for what leaves: said in an option, or asked for on a terminal. Empty where nobody is; whoever publishes
 * refuses that.
 */
export async function approvalOf(call: Call): Promise<string> {
  const given = stringOption(call, "approvedBy");
  if (given !== undefined) return given;
  const { terminal } = call.parts;
  if (!terminal.isInteractive) return "";
  return terminal.ask(`${call.translator.t("cli.ask.approval")} `, call.signal);
}
