// What is planted in invented backups: indicators of campaigns that do not exist, the ways in which a link to them
// can be written, and look-alikes that must not match. All hosts end in `.test` or are addresses for documentation.

export interface PlantedIndicator {
  readonly campaign: string;
  readonly pattern: string;
}

export const plantedIndicators: readonly PlantedIndicator[] = [
  { campaign: "Example Campaign One", pattern: "[domain-name:value='example-bad.test']" },
  // The same domain in a second campaign: both must be named.
  { campaign: "Example Campaign Two", pattern: "[domain-name:value='example-bad.test']" },
  { campaign: "Example Campaign One", pattern: "[domain-name:value='sub.example-wicked.test']" },
  { campaign: "Example Campaign One", pattern: "[domain-name:value='w3.example-web.test']" },
  { campaign: "Example Campaign Two", pattern: "[domain-name:value='xn--bcher-example-wob.test']" },
  { campaign: "Example Campaign Two", pattern: "[ipv4-addr:value='192.0.2.66']" },
  { campaign: "Example Campaign Two", pattern: "[url:value='https://example-shared.test/only/this?id=1']" },
  { campaign: "Example Campaign One", pattern: "[process:name='exampleagentd']" },
  { campaign: "Example Campaign One", pattern: "[process:name='exampleverylongnamed']" },
  {
    campaign: "Example Campaign One",
    pattern: "[file:path='/private/var/mobile/Library/Example/planted.bin']",
  },
  { campaign: "Example Campaign One", pattern: "[file:name='example_loader.js']" },
  { campaign: "Example Campaign Two", pattern: "[app:id='test.example.planted']" },
  { campaign: "Example Campaign Two", pattern: "[email-addr:value='sender@example-mail.test']" },
];

/** A way of writing a link, with the value that an examiner must give. */
export interface PlantedLink {
  readonly text: string;
  readonly value: string;
  /** Where it is not simply a link that was received or sent. */
  readonly meaning?: string;
}

export const plantedLinks: readonly PlantedLink[] = [
  { text: "https://x.y.example-bad.test/a?b=c", value: "x.y.example-bad.test" },
  { text: "example-bad.test/abc", value: "example-bad.test" },
  { text: "hxxps://example-bad[.]test/x", value: "example-bad.test" },
  { text: "https://user:pw@a.sub.example-wicked.test:8443/x", value: "a.sub.example-wicked.test" },
  { text: "https://example-bad.test./", value: "example-bad.test" },
  { text: "https://bücher-example.test/", value: "xn--bcher-example-wob.test" },
  { text: "www.example-bad.test", value: "www.example-bad.test" },
  { text: "HTTP://W3.EXAMPLE-WEB.TEST", value: "w3.example-web.test" },
  { text: "http://192.0.2.66/x", value: "192.0.2.66" },
  { text: "https://example-shared.test/only/this?id=1&more=2", value: "example-shared.test" },
  { text: "https://example-good.test/go?to=https%3A%2F%2Fexample-bad.test%2Fx", value: "example-bad.test" },
  { text: "(example-bad.test)", value: "example-bad.test" },
  {
    text: "write to Sender@Example-Mail.test",
    value: "sender@example-mail.test",
    meaning: "email.mentioned",
  },
];

export const lookAlikes: readonly string[] = [
  "https://notexample-bad.test/",
  "https://example-bad.test.example-good.test/",
  "http://192.0.2.166/",
  "http://192.0.2.6/6",
  "http://example-good.test/192.0.2.66",
  "https://example-good.test/example-bad.test",
  "https://example-shared.test/only/thisone",
  "https://example-shared.test/other",
  "https://wicked.test/sub.example-wicked.test",
  "https://example-wicked.test/",
  "https://example-web.test/w3.",
  "https://éexample-bad.test/",
  "example-bad.testing.example-good.test",
  "somebody@example-good.test",
];

export const fillers: readonly [string, ...string[]] = [
  "Example message about nothing in particular.",
  "Invented words: the meeting is moved to four o'clock, says nobody to nobody.",
  "Example: see https://example-good.test/page for the programme of an event that never took place.",
  "رسالة مثال لا تقول شيئا",
  "Mensaje de ejemplo que no dice nada a nadie, ni siquiera en voz baja.",
  "Example version 1.2.3 of an invented thing costs 4.50 or 5.00 in a shop that does not exist.",
];
