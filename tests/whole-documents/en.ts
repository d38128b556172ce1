// What people wrote in a made-up case, for every part of every template. Nobody in it exists.
import type { WholeTexts } from "./texts.ts";

export const english: WholeTexts = {
  title: {
    "case-report": "Journalists of the River Valley Bulletin",
    "allegation-letter":
      "Attacks on the editor of the River Valley Bulletin, Example State, May to June 2025",
    "office-input": "Spyware, shutdowns and lawsuits against those who report on the river",
    "review-submission": "Example State: human rights defenders and new technologies",
    "shadow-report": "What Example State did about what it promised in A/HRC/RES/58/23",
    "slapp-brief": "Example Mining Ltd v. Nadia Example (claim of 400,000 EUR)",
    "network-report": "Whether bulletin.example was blocked on AS64496 in May 2025",
    "open-letter": "Stop the measures against the journalists of the river valley",
    "oral-statement": "Item 3: interactive dialogue with the Special Rapporteur on human rights defenders",
    "biometric-request": "Cameras that recognise faces on Station Square",
    "consultation-report": "What 48 defenders told of new technologies (A/HRC/RES/58/23)",
  },
  organisation: "Coalition of the Example Coast",
  addressee: "Special Rapporteur on the situation of human rights defenders",
  names:
    "With the writers 김예시 (Seoul), 示例 (Chengdu), ምሳሌ (Addis Ababa), နမူနာ (Yangon), نمونهٔ پژوهشگر (Shiraz) and Ελένη Παράδειγμα (Athens).",
  parts: {
    introduction: [
      "This report is for the members of the coalition. It holds what the case let out on the day on which it was written, and nothing else.",
      "We ask you to read part 9 first: it says what is not known.",
    ],
    sender: [
      "Coalition of the Example Coast, 4 Harbour Street, Example Town. Contact: desk@coalition.example, +999 555 0100.",
      "We act with the knowledge and the consent of the editor, given in writing on 14 May 2025.",
    ],
    summary: [
      "The editor of the River Valley Bulletin was sent a link to a known spyware domain on 11 May 2025.[^31] Eight days earlier two men had come to her brother's house and threatened the family because of an article.",
      "From 14 to 16 May the site of the Bulletin could not be reached on two networks. In June a company claimed 400,000 EUR from her for defamation.",
      "We ask the Special Rapporteur to write to the Government and to the company.",
    ],
    victims: ["The editor agreed that her name is used in a letter to the Government."],
    work: [
      "Nadia Example has edited the River Valley Bulletin since 2016. She reports on water, land and the rights of those who live by the river, and trains young reporters.",
      "The Bulletin is published by an association of eleven journalists. It has no owner and takes no advertisements.",
      "@names",
    ],
    facts: ["The incidents stand here in the order of their days. All of them are alleged."],
    link: [
      "The two men named the article on the dam, which had been published four days before. They said that it would have \u201cconsequences for the whole family\u201d.",
      "The message with the link came six days after the editor had announced a second article on her page.",
      "The lawsuit is about that article alone.",
    ],
    perpetrators: [
      "The men who came to the house: not known. They did not say who they were.",
      "The operator of the spyware domain: not known. The domain stands in a published list of a research laboratory.",
      "The lawsuit: Example Mining Ltd, by its director.",
    ],
    steps: [
      "A complaint was made to the police of Example Town on 6 May 2025 (number 118/2025). Nobody has answered it.",
      "The telephone was given to the coalition, which made a copy of it on 14 May 2025.",
    ],
    traces: [
      "Two findings stand here with their places in the evidence. Neither shows that the telephone was infected.",
    ],
    context: [
      "In 2023 two other reporters of the valley were summoned by the police after they had written on the dam. Both left the country.",
      "The law on the press of 2019 (articles 12 to 17) lets an authority block a site without a court.",
    ],
    confidential: [
      "Nadia Example: a letter with her name may go to the Government (yes). Her name may be published (no).",
      "The brother: he may be named to nobody.",
    ],
    requests: [
      "- To the Government: look into the complaint 118/2025 and tell the family what came of it.\n- To the Government: say which authority ordered the site to be blocked, under which law, and end it.\n- To Example Mining Ltd: withdraw the claim, and answer what is reported in public.\n- To the mandate: keep the name of the editor out of the report on communications.",
    ],
    respondent: [
      "Sort of respondent: civil society organisation. Coalition of the Example Coast, Example Town.",
      "How to reach us: desk@coalition.example.",
    ],
    attribution: ["Yes, all of it but the examples in part 5."],
    risks: [
      "Whoever reports on land and water is watched by means that were made for the police. We know of four attempts since 2024.[^31]",
      "Sites of local media are blocked for days without an order that anybody can read.[^32]",
      "Companies claim sums that no newspaper can pay. The claim is enough: nobody has to win it.",
      "@names",
    ],
    examples: ["The case of the River Valley Bulletin shows three of these at once."],
    "steps-of-states": ["What the State joined at the Council, and what it did in the same spring."],
    practice: [
      "A court of a neighbouring country dismissed a similar claim within 21 days, and let the company pay the costs.",
      "Two operators publish each order to block, with its date and the authority that gave it.",
    ],
    recommendations: [
      "- States: stop the use of spyware against defenders, and say who was watched.\n- States: give each order to block a site in writing, with a court behind it.\n- States: let courts dismiss abusive lawsuits early, by 2027.\n- Companies: look into who uses what you sell, and publish what you find.",
    ],
    submitters: [
      "Coalition of the Example Coast, founded in 2012, 34 member organisations, Example Town. It documents attacks on defenders of land and water.",
      "River Valley Bulletin, founded in 2016, an association of eleven journalists.",
    ],
    keywords: ["Human rights defenders; spyware; shutdowns; lawsuits; press"],
    earlier: [
      "In the third cycle the State accepted recommendation 118.44, to protect journalists from reprisals. No law or body for it was made since.",
      "It noted recommendation 118.61, to end the blocking of sites without a court. The law of 2019 stands unchanged.[^32]",
    ],
    situation: [
      "Since 2023 the coalition has recorded 41 attacks on 29 people who work on land and water, 17 of them by digital means.",
      "The State joined the consensus on A/HRC/RES/58/23 in 2025. In the same spring a site was blocked on two networks.[^32]",
      "See https://coalition.example/reports/2025/river-valley/a-very-long-address-that-does-not-fit-into-one-line-of-the-page?chapter=12&language=en.",
    ],
    method: [
      "Facts were gathered by four trained documenters between May 2024 and October 2026. Each incident was checked by a second person.",
      "Incidents are counted once. Where sources disagree, both stand.",
    ],
    limits: [
      "Nobody could be asked in the two northern districts.",
      "Measurements were made on two of the five networks. Failures of the operator were not ruled out for 15 May.",
      "A telephone that was restored to its factory state keeps no traces.",
    ],
    publication: [
      "The article \u201cWho drinks the river\u201d of 29 April 2025 reports on three samples of water and asks who paid for the dam.",
      "Forty thousand people drink this water. The samples were analysed by a laboratory of a university; its results stand in the annex of the article.",
    ],
    "how-asked": [
      "People were asked at three workshops, on paper and by a form. Those without a telephone were asked by a neighbour whom they chose.",
    ],
    told: [
      "Most tell of being watched online, and of encryption as what helps first.[^31]",
      "Whoever spoke of land was struck sooner than others.[^32]",
    ],
    "risks-by-practices": ["Read it along the rows: what those who met a risk say protects them."],
    expert: [
      "Sam Example, MSc in computer networks, nine years of measurements of the Internet, on behalf of the defence.",
      "My duty is to the court. I was paid by the hour, whatever the result.",
    ],
    question: [
      "\u201cWas the site bulletin.example blocked for customers of network AS64496 between 14 and 16 May 2025, and if so, how?\u201d",
    ],
    measurements: [
      "Twelve measurements were made by a volunteer with a published tool, and given to me as a file.",
    ],
    results: [
      "Medium: the connection was reset while it was being encrypted, on each of four tries, while other sites of the same host could be reached.[^32]",
      "Against it: on 15 May the operator had announced works on its network.",
    ],
    salutation: [
      "To the Minister of the Interior of Example State, to the Permanent Mission in Geneva, and to the directors of Example Mining Ltd",
    ],
    letter: [
      "We write to you about the journalists of the River Valley Bulletin, who report on the water that forty thousand people drink.",
      "In May 2025 the editor was sent a link to spyware, her family was threatened, and the site of the Bulletin was blocked. In June a company claimed 400,000 EUR from her.",
      "The State joined the consensus on the resolution A/HRC/RES/58/23 in 2025. It calls for the opposite of what was done.",
    ],
    demands: [
      "- End the blocking of the site, and publish the order.\n- Look into the threats, and protect the family.\n- Withdraw the claim of 400,000 EUR.",
    ],
    signatories: [
      Array.from(
        { length: 42 },
        (_, at) =>
          `- Example Organisation ${at + 1}, ${["Nairobi", "São Paulo", "Łódź", "Hà Nội", "Beirut"][at % 5] ?? ""}`,
      ).join("\n"),
      "- 시민사회 예시 단체, 서울\n- 示例组织, 台北\n- ምሳሌ ድርጅት, አዲስ አበባ\n- نمونهٔ سازمان, تهران\n- နမူနာ အဖွဲ့, ရန်ကုန်",
    ],
    contact: ["press@coalition.example, +999 555 0101"],
    address: ["Mr. President,"],
    statement: [
      "I speak for four organisations of the river valley.",
      "Last May an editor was sent spyware. Her brother was threatened. Her site was blocked for three days. A company then claimed more money than her paper will ever earn.",
      "This Council adopted resolution 58/23 without a vote. Her State was in the room, and joined.",
    ],
    calls: [
      "- We call on Example State to end the blocking and to publish the order.\n- We call on all States to stop spyware against defenders.",
      "I thank you, Mr. President.",
    ],
    organisations: [
      "- Coalition of the Example Coast\n- River Valley Bulletin\n- Example Press Union\n- Example Network for Water",
    ],
    sources: [
      "Spyware: the message of 11 May 2025.[^31]",
      "Blocking: measurements of 14 to 16 May 2025.[^32]",
    ],
    requester: ["Coalition of the Example Coast, 4 Harbour Street, Example Town, desk@coalition.example"],
    "access-law": ["Law 14 of 2008 on access to information, articles 5 and 9."],
    "own-questions": [
      "- How many people were stopped on 1 May 2025 because of a match?\n- Were cameras moved before the march?",
    ],
    "answer-by": [
      "In writing, by e-mail, by 30 June 2027. Without an answer we shall go to the commissioner for information.",
    ],
  },
};
