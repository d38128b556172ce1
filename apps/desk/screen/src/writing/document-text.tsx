// A document as it would leave, drawn from the one model that every edition is drawn from.
import type { ShownDraft } from "../api/contract/documents.ts";

type Model = ShownDraft["document"];
type Part = Model["parts"][number];
type Block = Part["blocks"][number];
type Span = Extract<Block, { readonly kind: "paragraph" }>["spans"][number];
type Text = Model["title"];

export function DocumentText({ model }: { readonly model: Model }) {
  const { language, direction, kind, title, facts, parts, notes, notesHeading, colophon } = model;
  return (
    <div className="card document-text" lang={language} dir={direction}>
      <p>
        <Words text={kind} />
      </p>
      <h3>
        <Words text={title} />
      </h3>
      <Facts facts={facts} />
      {parts.map((part, at) => (
        <section key={part.name}>
          <h3>
            {at + 1}. <Words text={part.heading} />
          </h3>
          {part.blocks.map((block, index) => (
            <DocumentBlock key={index} block={block} />
          ))}
        </section>
      ))}
      {notes.length > 0 && (
        <section>
          <h3>
            <Words text={notesHeading} />
          </h3>
          <ol className="notes">
            {notes.map(({ steps }, at) => (
              <li key={at}>
                {steps.map((step, index) => (
                  <span key={index}>
                    {index > 0 && " › "}
                    <bdi>
                      <Words text={step} />
                    </bdi>
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </section>
      )}
      <h3>
        <Words text={colophon.heading} />
      </h3>
      <Facts facts={colophon.facts} />
    </div>
  );
}

function Facts({ facts }: Pick<Model, "facts">) {
  return (
    <dl className="face">
      {facts.flatMap(({ name, value }, at) => [
        <dt key={`${at}-name`}>
          <Words text={name} />
        </dt>,
        <dd key={at}>
          <Words text={value} />
        </dd>,
      ])}
    </dl>
  );
}

function DocumentBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          {block.number !== null && `${block.number}. `}
          <Spans spans={block.spans} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Spans spans={block.spans} />
        </blockquote>
      );
    case "entry":
      return (
        <h4>
          {block.label !== null && <bdi>{block.label} </bdi>}
          <Spans spans={block.spans} />{" "}
          {block.mark !== null && (
            <small className="level">
              <Words text={block.mark} />
            </small>
          )}
        </h4>
      );
    case "list":
      return (
        <ul>
          {block.items.map((spans, at) => (
            <li key={at}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      );
    case "terms":
      return (
        <dl className="face">
          {block.rows.flatMap(({ name, values }, at) => [
            <dt key={`${at}-name`}>
              <Words text={name} />
            </dt>,
            <dd key={at}>
              {values.map((spans, index) => (
                <p key={index}>
                  <Spans spans={spans} />
                </p>
              ))}
            </dd>,
          ])}
        </dl>
      );
    case "table":
      return <Table table={block} />;
  }
}

function Table({ table }: { readonly table: Extract<Block, { readonly kind: "table" }> }) {
  const { caption, columns, rows } = table;
  return (
    <>
      {/* A wide table without links could be scrolled by a mouse alone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className="scroll" tabIndex={0} role="group" aria-label={caption.text}>
        <table className="records">
          <caption>
            <Words text={caption} />
          </caption>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={at} scope="col">
                  <Words text={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, index) => (
                  <td key={index}>
                    <Words text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ text, notes }, at) => (
    <span key={at}>
      <Words text={text} />
      {notes.map((number) => (
        <sup key={number}>[{number}]</sup>
      ))}
    </span>
  ));
}

function Words({ text: { text, kind, language, direction } }: { readonly text: Text }) {
  if (kind === "code") return <code dir="ltr">{text}</code>;
  return (
    <bdi lang={language} dir={direction}>
      {text}
    </bdi>
  );
}
