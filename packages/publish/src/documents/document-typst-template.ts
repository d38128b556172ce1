// The Typst template of a document. A constant: what it shows comes from /data.json, as values, never as markup.

export const documentTemplate = String.raw`
#let d = json("/data.json")
#let ink = rgb("#1d2430")
#let soft = rgb("#4d5765")
#let line-colour = rgb("#cfc8ba")
#let act = rgb("#0b5d60")
#let waits = rgb("#7a4a06")
#let rtl-page = d.direction == "rtl"
#let latin = ("Noto Sans", "Amiri") + d.faces
#let arabic = ("Amiri", "Noto Sans") + d.faces
#let dir-of(name) = if name == "rtl" { rtl } else { ltr }
#let side = if rtl-page { right } else { left }

#set document(title: d.title.text, author: (), keywords: (), date: auto)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 24mm, bottom: 22mm),
  footer: context {
    set text(size: 8pt, fill: soft)
    grid(
      columns: (1fr, auto), d.kind.text,
      d.page.at(0) + counter(page).display() + d.page.at(1) + str(counter(page).final().at(0)) + d.page.at(2),
    )
  },
)
#set text(
  font: if rtl-page { arabic } else { latin },
  fallback: false,
  size: if rtl-page { 12pt } else { 10pt },
  fill: ink,
  lang: d.language,
  dir: dir-of(d.direction),
  hyphenate: false,
)
#set par(leading: if rtl-page { 0.8em } else { 0.7em }, spacing: 1em, justify: false)
#set align(side)
#set footnote.entry(separator: line(length: 30%, stroke: 0.5pt + line-colour), gap: 0.6em)
#show footnote.entry: set text(size: if rtl-page { 9pt } else { 7.8pt }, fill: soft)
#set list(indent: 0.3em, spacing: 0.75em)
#set enum(indent: 0.3em, spacing: 0.75em)
#show list: set block(above: 1em, below: 1.1em)
#show enum: set block(above: 1em, below: 1.1em)
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.9em, sticky: true, width: 100%)[
  #set text(size: if rtl-page { 15pt } else { 13pt }, weight: 700, fill: act)
  #it.body
  #v(-0.55em)
  #line(length: 100%, stroke: 0.6pt + line-colour)
]
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.7em, sticky: true, width: 100%, it.body)

// A word too long for a line (an address, a path) may break anywhere. Hashes fit, and stay whole when copied.
#let breakable(words, at: 64) = {
  words.split(" ").map(w => if w.clusters().len() > at { w.clusters().chunks(8).map(c => c.join()).join(sym.zws) } else { w }).join(" ")
}
#let code(words, at: 64) = text(
  font: latin, size: if rtl-page { 0.76em } else { 0.88em }, dir: ltr, lang: "en", number-width: "tabular", breakable(words, at: at),
)
#let words(s, at: 64) = {
  if s.kind == "code" { code(s.text, at: at) } else if s.lang != none {
    let face = if s.dir == "rtl" { arabic } else { latin }
    let scale = if rtl-page and s.dir == "ltr" { 0.84em } else if not rtl-page and s.dir == "rtl" { 1.16em } else { 1em }
    text(lang: s.lang, dir: dir-of(s.dir), font: face, size: scale, breakable(s.text, at: at))
  } else { breakable(s.text, at: at) }
}
// What stands on both sides of it is laid out apart; in a number it would become a part of the number.
#let apart = if rtl-page { "\u{200f}" } else { "" }
#let note-body(number) = d.notes.at(number - 1).map(s => words(s)).join(text({ [ ]; apart; [›]; apart; [ ] }))
#let seen = state("seen-notes", ())
// A note is set once; where it stands again, its number leads to it.
#let note(number) = context {
  let name = "note-" + str(number)
  if seen.get().contains(number) {
    footnote(label(name))
  } else [#footnote(note-body(number))#label(name)]
} + seen.update(list => if list.contains(number) { list } else { list + (number,) })
// A mark of the page's own direction keeps the number of a note behind a text of the other one.
#let behind(s) = if not rtl-page and s.dir == "rtl" { "\u{200e}" } else { apart }
#let spans(list) = for s in list { words(s) + s.notes.map(n => behind(s) + note(n)).join() }
// A text of the other direction begins at its own side.
#let from-right(list) = {
  let first = list.find(s => s.kind != "code")
  if first == none or first.lang == none { rtl-page } else { first.dir == "rtl" }
}
#let paragraph(list) = align(if from-right(list) { right } else { left }, par(spans(list)))
#let facts(list) = block(breakable: false, width: 100%, grid(
  columns: (36mm, 1fr), row-gutter: if rtl-page { 11pt } else { 7.5pt }, column-gutter: 8pt,
  ..list.map(f => (text(fill: soft, f.name), words(f.value))).flatten(),
))
#let show-table(b) = {
  block(above: 1.2em, below: 0.6em, sticky: true, text(weight: 700, b.caption))
  set text(size: 0.86em)
  set par(spacing: 0.6em)
  table(
    columns: b.columns.enumerate().map(((i, c)) => {
      let longest = calc.max(1, ..b.rows.map(r => r.at(i).text.clusters().len()))
      if longest <= 8 and c.clusters().len() <= 12 { auto } else { calc.max(1, calc.min(5, longest / 24)) * 1fr }
    }),
    align: side + top,
    stroke: (x, y) => (bottom: 0.5pt + line-colour),
    inset: (x: 4pt, y: 5pt),
    table.header(..b.columns.map(c => text(weight: 700, fill: soft, c))),
    ..b.rows.flatten().map(c => words(c, at: 18)),
  )
}
#let blocks(b) = {
  if b.kind == "paragraph" {
    if b.number != none {
      grid(columns: (9mm, 1fr), align: (side, side), text(fill: soft, dir: ltr, str(b.number) + "."), paragraph(b.spans))
      v(0.3em)
    } else { paragraph(b.spans) }
  } else if b.kind == "quote" {
    let right-side = from-right(b.spans)
    block(
      width: 100%, above: 0.8em, below: 0.8em,
      inset: (if right-side { (right: 9pt) } else { (left: 9pt) }) + (y: 2pt),
      stroke: if right-side { (right: 2pt + line-colour) } else { (left: 2pt + line-colour) },
      paragraph(b.spans),
    )
  } else if b.kind == "entry" {
    heading(level: 3, outlined: false, {
      // Boxed, so that label, words and mark stand in the order of the page, whatever the direction of each.
      if b.label != none { box(text(fill: act, weight: 700, dir: ltr, lang: "en", font: latin, b.label)); h(8pt) }
      text(weight: 700, spans(b.spans))
      if b.mark != none { h(8pt); box(text(size: 0.9em, fill: waits, b.mark)) }
    })
  } else if b.kind == "list" {
    let items = b.items.map(i => spans(i))
    if b.ordered { enum(..items) } else { list(..items) }
  } else if b.kind == "terms" {
    // Short ones stay on one page, and with the heading above them.
    block(breakable: b.rows.len() > 7, width: 100%, grid(
      columns: (36mm, 1fr), row-gutter: if rtl-page { 10pt } else { 7pt }, column-gutter: 8pt,
      ..b.rows.map(r => (
        text(fill: soft, r.name),
        { set par(spacing: 0.75em); r.values.map(v => paragraph(v)).join() },
      )).flatten(),
    ))
  } else if b.kind == "table" { show-table(b) }
}

#text(fill: act, weight: 700, d.kind.text)
#v(-0.3em)
#heading(level: 1, outlined: false, text(size: if rtl-page { 22pt } else { 19pt }, weight: 700, words(d.title)))
#v(0.5em)
#v(if rtl-page { 0.4em } else { 0.2em })
#facts(d.facts)
#v(0.3em)
#line(length: 100%, stroke: 1.6pt + act)
#v(0.3em)
#if d.missing > 0 { block(inset: 8pt, stroke: 0.6pt + waits, width: 100%, d.characters) }

#for p in d.parts {
  if p.heading != none { heading(level: 2, p.heading) }
  for b in p.blocks { blocks(b) }
}

// Not of the document itself, and not to be read first.
#block(breakable: false, width: 100%, above: 2.4em)[
  #set text(size: 0.8em, fill: soft)
  #heading(level: 2, outlined: false, d.colophon.heading)
  #facts(d.colophon.facts)
]
`;
