// Resolves every selector of a W3C annotation collection on the text of its document, with Apache Annotator, and prints what is
// not found there as it should be: node annotations.mjs COLLECTION DOCUMENTS
import { readFileSync } from "node:fs";
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";

/** A text as Apache Annotator takes it: in chunks, of which this has one. */
function chunker(text) {
  const chunk = { data: text, equals: (other) => other === chunk };
  return () => ({
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  });
}

async function found(matches) {
  const places = [];
  for await (const place of matches) {
    places.push(`${place.startIndex} ${place.endIndex}`);
  }
  return places;
}

const [collection, documents] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const texts = new Map(documents.trim().split("\n").map((line) => JSON.parse(line)).map((d) => [`urn:sayso:document:${d.id}`, d.text]));
let count = 0;
for (const annotation of JSON.parse(collection).first.items) {
  for (const target of annotation.target) {
    const text = texts.get(target.state.cached);
    const [quote, position] = target.selector;
    const [place, ...others] = await found(textPositionSelectorMatcher(position)(chunker(text)()));
    const quoted = await found(textQuoteSelectorMatcher(quote)(chunker(text)()));
    count++;
    const [start, end] = (place ?? "0 0").split(" ").map(Number);
    if (others.length > 0 || text.slice(start, end) !== quote.exact) {
      console.log(`${annotation.id} ${target.role}: the position finds ‘${text.slice(start, end)}’`);
    }
    if (!quoted.includes(place)) {
      console.log(`${annotation.id} ${target.role}: the quotation is found at ${quoted.join(", ") || "no place"}, the position is ${place}`);
    } else if (quoted.length > 1) {
      console.log(`${annotation.id} ${target.role}: the quotation is found at ${quoted.join(", ")}`);
    }
  }
}
console.log(`${count} selectors resolved`);
