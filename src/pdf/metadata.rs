//! Title, language, and the promise to meet PDF/UA-1.

use lopdf::{Object, Stream, dictionary, text_string};

use super::draft::Draft;
use crate::layout::pages::{Direction, Pages};

/// Who made the file. The versions stay out, so that a new release does not make the packets
/// of every workspace stale.
const CREATOR: &str = "hirekit";
const PRODUCER: &str = "printpdf, lopdf";

/// Adds what the document says about itself. There are no dates: a packet is the same whenever
/// it is built.
pub(super) fn add(draft: &mut Draft, pages: &Pages) {
    let information = draft.document.add_object(dictionary! {
        "Title" => text_string(&pages.title),
        "Creator" => text_string(CREATOR),
        "Producer" => text_string(PRODUCER),
    });
    draft.document.trailer.set("Info", information);
    let entries = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = Stream::new(entries, xmp(pages).into_bytes()).with_compression(false);
    let metadata = draft.document.add_object(metadata);
    draft.catalog.set("Metadata", metadata);
    draft
        .catalog
        .set("Lang", Object::string_literal(pages.language.as_str()));
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if pages.direction == Direction::RightToLeft {
        // Pages side by side begin at the right.
        preferences.set("Direction", "R2L");
    }
    draft.catalog.set("ViewerPreferences", preferences);
}

fn xmp(pages: &Pages) -> String {
    let (title, language) = (escape(&pages.title), escape(&pages.language));
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         <xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

/// Text as XML. XML has no way at all to write most control characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if c.is_control() => {}
            _ => escaped.push(c),
        }
    }
    escaped
}
