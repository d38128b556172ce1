// The Typst template of a report. A constant: what it shows comes from /data.json, as values, never as markup.

export const reportTemplate = String.raw`
#let d = json("/data.json")
#let ink = rgb("#1d2430")
#let soft = rgb("#4d5765")
#let line-colour = rgb("#cfc8ba")
#let act = rgb("#0b5d60")
#let tones = (danger: rgb("#9b1c1c"), waits: rgb("#7a4a06"), calm: act)
#let rtl-page = d.direction == "rtl"
#let latin = ("Noto Sans", "Amiri") + d.faces
#let arabic = ("Amiri", "Noto Sans") + d.faces
#let fonts = if d.direction == "rtl" { arabic } else { latin }
#let dir-of(name) = if name == "rtl" { rtl } else { ltr }

#set document(title: d.title.text, author: (), keywords: (), date: auto)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 22mm),
  footer: context {
    set text(size: 8pt, fill: soft)
    grid(
      columns: (1fr, auto),
      d.kind, [#counter(page).display("1 / 1", both: true)],
    )
  },
)
#set text(
  font: fonts,
  fallback: false,
  size: if rtl-page { 11.5pt } else { 9.8pt },
  fill: ink,
  lang: d.language,
  dir: dir-of(d.direction),
  hyphenate: false,
)
#set par(leading: if rtl-page { 0.78em } else { 0.66em }, spacing: 0.95em, justify: false)
// Titles, rows and codes keep to the side where the page begins, whatever their own direction.
#let side = if rtl-page { right } else { left }
#set align(side)
#let row-gap = if rtl-page { 11pt } else { 7.5pt }
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.9em, sticky: true, width: 100%)[
  #set text(size: if rtl-page { 15pt } else { 13pt }, weight: 700, fill: act)
  #it.body
  #v(-0.55em)
  #line(length: 100%, stroke: 0.6pt + line-colour)
]
#show heading.where(level: 3): it => it.body

// A word too long for a line (an address, a path) may break anywhere. Hashes fit, and stay whole when copied.
#let breakable(words) = {
  words.split(" ").map(w => if w.clusters().len() > 64 { w.clusters().chunks(8).map(c => c.join()).join(sym.zws) } else { w }).join(" ")
}
#let code(words) = text(
  font: latin, size: if rtl-page { 9pt } else { 8.6pt }, dir: ltr, lang: "en", number-width: "tabular", breakable(words),
)
#let refs(list) = if list.len() > 0 {
  text(size: 0.9em, fill: act, dir: ltr, lang: "en", font: latin)[ \[#list.map(l => link(label("e-" + l), l)).join(", ")\]]
}
#let words(s) = {
  if s.kind == "verbatim" { code(s.text) } else if s.lang != none {
    let face = if s.dir == "rtl" { arabic } else { latin }
    let scale = if rtl-page and s.dir == "ltr" { 0.84em } else if not rtl-page and s.dir == "rtl" { 1.16em } else { 1em }
    text(lang: s.lang, dir: dir-of(s.dir), font: face, size: scale, breakable(s.text))
  } else { breakable(s.text) }
}
#let is-quote(s) = s.kind == "quoted" and s.text.clusters().len() > 120
#let sentence(s) = {
  if is-quote(s) {
    let from-right = if s.lang == none { rtl-page } else { s.dir == "rtl" }
    let edge(width) = if from-right { (right: width) } else { (left: width) }
    block(
      width: 100%, inset: edge(9pt) + (y: 2pt), stroke: edge(2pt + line-colour),
      {
        set align(if from-right { right } else { left })
        for part in s.text.split("\n").filter(p => p.trim() != "") {
          par(words((text: part, kind: s.kind, lang: s.lang, dir: s.dir)))
        }
        refs(s.refs)
      },
    )
  } else { par[#words(s)#refs(s.refs)] }
}
#let facts(list) = grid(
  columns: (36mm, 1fr), row-gutter: row-gap, column-gutter: 8pt,
  ..list.map(f => (text(fill: soft, f.name), if f.verbatim { code(f.text) } else { breakable(f.text) })).flatten(),
)
#let rows(list) = if list.len() > 0 {
  grid(
    columns: (36mm, 1fr), row-gutter: row-gap, column-gutter: 8pt,
    ..list.map(r => (
      text(fill: soft, r.name),
      { set par(spacing: 0.75em); r.sentences.map(sentence).join() },
    )).flatten(),
  )
}
#let entry-body(b) = block(
  width: 100%, inset: (x: 10pt, y: 8pt), stroke: 0.6pt + line-colour, radius: 3pt,
  {
    block(sticky: true, below: 0.8em, width: 100%, grid(
      columns: (auto, 1fr, auto), column-gutter: 8pt, align: (side, side, if rtl-page { left } else { right }),
      [#text(fill: act, weight: 700, dir: ltr, lang: "en", font: latin, b.label)#label("e-" + b.label)],
      if b.title != none { heading(level: 3, outlined: false, text(weight: 700, words(b.title))) },
      if b.mark != none { text(size: 0.92em, weight: 700, fill: tones.at(b.mark.tone), b.mark.text) },
    ))
    rows(b.rows)
    b.sentences.map(sentence).join()
    if b.record != none or b.refs.len() > 0 {
      v(2pt)
      set text(size: 0.84em, fill: soft)
      grid(
        columns: (1fr, auto), column-gutter: 8pt,
        if b.refs.len() > 0 [#d.thread#refs(b.refs)],
        if b.record != none [#d.record #code(b.record)],
      )
    }
  },
)
// An entry stays on one page unless it would fill most of one.
#let entry(b) = layout(size => {
  let body = entry-body(b)
  block(above: 1.1em, below: 1.1em, width: 100%, breakable: measure(block(width: size.width, body)).height > 150mm, body)
})

#text(fill: act, weight: 700, d.kind)
#v(-0.3em)
#heading(level: 1, outlined: false, text(size: if rtl-page { 23pt } else { 20pt }, weight: 700, words(d.title)))
#v(0.6em)
#facts(d.facts)
#v(0.3em)
#line(length: 100%, stroke: 1.6pt + act)
#if d.missing > 0 { block(inset: 8pt, stroke: 0.6pt + tones.waits, width: 100%, d.characters) }

#for s in d.sections {
  heading(level: 2, s.heading)
  for b in s.blocks {
    if b.label == none {
      rows(b.rows)
      b.sentences.map(sentence).join()
    } else { entry(b) }
  }
}

#heading(level: 2, d.colophon.heading)
#facts(d.colophon.facts)
`;
