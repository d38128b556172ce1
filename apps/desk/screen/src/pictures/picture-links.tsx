// From one picture of a record to its others.
import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";

/** Which pictures there are of what. */
const picturesOf: Readonly<Record<string, readonly string[]>> = {
  case: ["timeline", "graph"],
  person: ["timeline", "graph"],
  organisation: ["timeline", "graph"],
  incident: ["graph"],
};

interface PictureLinksProps {
  readonly kind: string;
  readonly id: string;
  /** The picture that is on the screen. */
  readonly here?: string;
}

export function PictureLinks({ kind, id, here }: PictureLinksProps) {
  const words = useWords();
  const pictures = picturesOf[kind] ?? [];
  if (pictures.length === 0) return null;
  return (
    <nav className="picture-links no-print" aria-label={words.t("pictures.of")}>
      {pictures.map((picture) => (
        <a
          key={picture}
          href={addressOf(picture, kind, id)}
          {...(picture === here ? { "aria-current": "page" as const } : {})}
        >
          {words.t(`pictures.${picture}`)}
        </a>
      ))}
    </nav>
  );
}
