// The report as it will read; it is printed from what was approved and written, never from here. Every sentence is a link that opens the way back to what it rests on.
import { Link } from "react-aria-components/Link";
import type { PreviewBlock, PreviewSentence, ReportPreview } from "../api/contract/report.ts";
import { useDesk, useWords } from "../desk.tsx";
import { directionOf, type Translator } from "@tocsin/language";
import { directionOfAll } from "../words/direction-of-all.ts";
import { codeLabel, textOr } from "../words/labels.ts";
import { linesOfSentence } from "../words/thread-lines.ts";

export function ReportText({ preview }: { readonly preview: ReportPreview }) {
  const words = useWords();
  const { language } = preview.report.header;
  return (
    <div className="card report no-print" lang={language} dir={directionOf(language)}>
      {preview.report.sections.map(({ name, blocks }) => (
        <section key={name}>
          <h2 lang={words.locale} dir={words.direction}>
            {words.t(`report.section.${name}`)}
          </h2>
          {blocks.map((block, index) => (
            <Block key={index} block={block} text={preview.text} />
          ))}
        </section>
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: PreviewBlock;
  readonly text: ReportPreview["text"];
}

function Block({ block, text }: BlockProps) {
  const words = useWords();
  return (
    <div className="block">
      {block.title !== null && (
        <h3>
          {block.label} <Sentence sentence={block.title} text={text} />
        </h3>
      )}
      {block.mark !== null && <p className="level">{markWords(words, block.mark)}</p>}
      <p>
        {block.sentences.map((sentence) => (
          <Sentence key={sentence.id} sentence={sentence} text={text} />
        ))}
      </p>
      {block.rows.length > 0 && (
        <dl className="face">
          {block.rows.map(({ name, sentences }) => (
            <Row key={name} name={name} sentences={sentences} text={text} />
          ))}
        </dl>
      )}
    </div>
  );
}

/** Where the codes of each kind of mark have their words. */
const vocabularies: Readonly<Record<string, string>> = {
  level: "levels",
  status: "verification",
  standing: "standings",
};

function markWords(words: Translator, { kind, code }: NonNullable<PreviewBlock["mark"]>): string {
  if (kind === "withheld") return textOr(words, `consent.reason.${code}`, code);
  return codeLabel(words, vocabularies[kind] ?? kind, code);
}

interface RowProps {
  readonly name: string;
  readonly sentences: readonly PreviewSentence[];
  readonly text: ReportPreview["text"];
}

function Row({ name, sentences, text }: RowProps) {
  const words = useWords();
  return (
    <>
      <dt lang={words.locale}>{words.t(`report.row.${name}`)}</dt>
      <dd>
        {sentences.map((sentence) => (
          <Sentence key={sentence.id} sentence={sentence} text={text} />
        ))}
      </dd>
    </>
  );
}

interface SentenceProps {
  readonly sentence: PreviewSentence;
  readonly text: ReportPreview["text"];
}

function Sentence({ sentence, text }: SentenceProps) {
  const { words, pullThread } = useDesk();
  const open = (): void => pullThread(linesOfSentence(words, sentence.thread));
  return (
    <>
      <bdi dir={directionOfAll(text[sentence.id] ?? "")}>
        <Link className="sentence" onPress={open}>
          {text[sentence.id] ?? ""}
        </Link>
      </bdi>{" "}
    </>
  );
}
