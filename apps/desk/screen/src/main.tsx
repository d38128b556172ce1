// The desk's screen: starts React in the page that the server gave.
import { createRoot } from "react-dom/client";
import { createApi } from "./api/api.ts";
import { App } from "./app.tsx";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/controls.css";
import "./styles/choices.css";
import "./styles/records.css";
import "./styles/findings.css";
import "./styles/beside.css";
import "./styles/screens.css";
import "./styles/vault.css";
import "./styles/counts.css";
import "./styles/matrix.css";
import "./styles/pictures.css";
import "./styles/special.css";
import "./styles/library.css";
import "./styles/assessing.css";
import "./styles/writing.css";
import "./styles/texts.css";
import "./styles/narrow.css";
import "./styles/print.css";

const root = document.getElementById("root");
if (root !== null) {
  const api = createApi((path, request) => window.fetch(path, request));
  createRoot(root).render(<App api={api} />);
}
