import type { RecordPage } from "@tocsin/workspace";

/** What the part of a kind is given. */
export interface SpecialProps {
  readonly page: RecordPage;
}
