// The vault bounds one operation: long texts of one record, written at once, become several operations of one act.
import { encodeOperation, type Operation, type Patch } from "@tocsin/records";
import { vaultLimits } from "@tocsin/vault";

/** The same changes, in their order, in operations that each fit; a single field that does not fit stays as it is. */
export function fittingOperations(operation: Operation): readonly Operation[] {
  if (isFitting(operation)) return [operation];
  const parts: Patch[] = [{}];
  for (const [field, change] of Object.entries(operation.patch)) {
    const last = parts.at(-1) ?? {};
    const next = { ...last, [field]: change };
    if (Object.keys(last).length === 0 || isFitting({ ...operation, patch: next })) parts.splice(-1, 1, next);
    else parts.push({ [field]: change });
  }
  return parts.map((patch) => ({ ...operation, patch }));
}

function isFitting(operation: Operation): boolean {
  return encodeOperation(operation).length <= vaultLimits.payload;
}
