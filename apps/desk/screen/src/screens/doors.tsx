import { useWords } from "../desk.tsx";
import { addressOf } from "../router.ts";

const doors = [
  { name: "happened", to: "happened" },
  { name: "phone", to: "phone" },
  { name: "site", to: "site" },
  { name: "resolution", to: "resolution" },
] as const;

/** Four ways in; each ends within three screens in something that can be printed. */
export function Doors() {
  const words = useWords();
  return (
    <ul className="doors" aria-label={words.t("desk.doors")}>
      {doors.map(({ name, to }) => (
        <li key={name}>
          <a href={addressOf(to)}>
            <strong>{words.t(`desk.door.${name}`)}</strong>
            <span>{words.t(`desk.door.${name}.about`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
