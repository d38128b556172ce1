// What a file of measurements may cost. A limit that is reached is said in the coverage, with its place.
import { defaultOoniLimits, type OoniLimits } from "@tocsin/formats";

export interface MeasurementFileLimits extends OoniLimits {
  /** Bytes of the whole file after decompression. */
  readonly maximumBytes: number;
  /** Bytes that one compressed byte may become, once `ratioFrom` bytes have come out. */
  readonly maximumRatio: number;
  readonly ratioFrom: number;
  /** Refused measurements that are named one by one; the rest is counted. */
  readonly maximumRefusals: number;
}

export const defaultMeasurementFileLimits: MeasurementFileLimits = {
  ...defaultOoniLimits,
  maximumBytes: 256 * 1024 ** 3,
  // Real measurements compress about tenfold; gzip can reach 1,032.
  maximumRatio: 200,
  ratioFrom: 64 * 1024 ** 2,
  maximumRefusals: 100,
};
