/** What a form tells when it is sent: as much of it as forms need here. */
export interface Submitted {
  preventDefault(): void;
}
