// The calculator as a page: what whoever looks over a shoulder sees after Escape three times.
import { listenForTheWayBack, loadSay, titled, type Say } from "./aside-page.ts";
import { emptyCalculator, pressKey } from "./calculator.ts";

const keys = "789/456*123-0.=+C";
const signs: Readonly<Record<string, string>> = { "/": "÷", "*": "×", "-": "−" };
const names: Readonly<Record<string, string>> = {
  "/": "aside.divide",
  "*": "aside.times",
  "-": "aside.minus",
  "+": "aside.plus",
  "=": "aside.equals",
  ".": "aside.point",
  C: "aside.clear",
};
const typedAs: Readonly<Record<string, string>> = { Enter: "=", Delete: "C", Backspace: "C", ",": "." };

function draw(page: HTMLElement, say: Say): void {
  let state = emptyCalculator;
  const display = document.createElement("output");
  display.dir = "ltr";
  const press = (key: string): void => {
    state = pressKey(state, key);
    display.textContent = state.shown;
  };
  press("C");
  const pad = document.createElement("div");
  pad.className = "pad";
  pad.dir = "ltr";
  for (const key of keys) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = signs[key] ?? key;
    const name = names[key];
    if (name !== undefined) button.setAttribute("aria-label", say(name));
    button.addEventListener("click", () => press(key));
    pad.append(button);
  }
  window.addEventListener("keydown", (event) => {
    const onButton = event.target instanceof HTMLButtonElement && event.key === "Enter";
    if (!onButton && !event.ctrlKey && !event.metaKey) press(typedAs[event.key] ?? event.key);
  });
  page.replaceChildren(titled(say("aside.calculator")), display, pad);
}

const page = document.getElementById("page");
listenForTheWayBack();
if (page !== null) void loadSay().then((say) => draw(page, say));
