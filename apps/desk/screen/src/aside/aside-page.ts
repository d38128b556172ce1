// What the pages that stand in the place of the desk share: their words, and the way back. They ask for nothing but words,
// hold nothing of the vault, and are loaded anew, so that nothing of the desk stays behind them in the browser's memory.
import "./aside.css";

export type Say = (key: string) => string;

/** The words of the desk's language; a text without any place to fill is what the catalogue holds. */
export async function loadSay(): Promise<Say> {
  const { locale } = await answerOf<{ readonly locale: string }>("/api/session");
  const catalogues = await answerOf<Readonly<Record<string, Readonly<Record<string, string>>>>>(
    `/api/words/${locale}`,
  );
  document.documentElement.lang = locale;
  document.documentElement.dir = locale === "ar" ? "rtl" : "ltr";
  return (key) => catalogues[locale]?.[key] ?? catalogues["en"]?.[key] ?? "";
}

async function answerOf<Answer>(path: string): Promise<Answer> {
  const response = await window.fetch(path, { headers: { "x-tocsin": "1" }, credentials: "same-origin" });
  return (await response.json()) as Answer;
}

export function titled(title: string): HTMLElement {
  document.title = title;
  const heading = document.createElement("h1");
  heading.textContent = title;
  // The way back for whoever has no keyboard.
  heading.addEventListener("click", ({ detail }) => {
    if (detail === times) goBack();
  });
  return heading;
}

const times = 3;
const within = 2000;

/** Escape three times within two seconds: where the vault asks for its passphrase. */
export function listenForTheWayBack(): void {
  let pressed: readonly number[] = [];
  window.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (key !== "Escape" || repeat) return;
    pressed = [...pressed.filter((time) => timeStamp - time <= within), timeStamp];
    if (pressed.length >= times) goBack();
  });
}

function goBack(): void {
  window.location.replace("/");
}
