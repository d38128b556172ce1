// The style of a picture in a file of its own, where no style sheet lies beside it.
import type { Markup } from "../markup.ts";

export const pictureStyle: Markup = {
  html: "<style>svg{background:#fff}text{fill:#1c2430}.s{fill:#565f6d}.b{fill:#0b5d60}.g{stroke:#c9c2b4}.t0{fill:#efebe2}.t1{fill:#bfe0dc}.t2{fill:#7dbab5}.t3{fill:#2f8582}.t4{fill:#0b5d60}.t3+text,.t4+text,.t3+text+text,.t4+text+text{fill:#fff}</style>",
};
