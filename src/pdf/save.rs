//! Compressing the document, writing it out, and naming it by its content.
//!
//! A file is its header, its streams, one stream with all other objects, and a table that says
//! where each of them is (ISO 32000-1, 7.5).

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::draft::Draft;
use super::spelled::Batch;
use super::syntax;

/// For what is compressed in every document. Level 2 takes three times as long, which is a tenth of
/// all the time of a kit, and makes its files a seventh smaller.
const QUICK: u32 = 1;
/// For what is compressed once and goes into many documents.
const THOROUGH: u32 = 6;
/// The version, and bytes beyond ASCII that tell other programs not to take the file for text.
const HEADER: &[u8] = b"%PDF-1.7\n%\xbb\xad\xc0\xde\n";
/// Bytes of the file's identifier.
const ID: usize = 16;
/// The most objects in an object stream: their index is written in two bytes.
const MOST: usize = 1 << 16;
/// The bytes of each number in a row of the table of places.
const WIDTHS: [usize; 3] = [1, 4, 2];
/// The predictor that says that every row names its own, and the name of the one that is used:
/// the difference from the row above (PNG's filters; ISO 32000-1, 7.4.4.4).
const PREDICTOR: i64 = 12;
const UP: u8 = 2;

/// The bytes of the finished document.
pub(super) fn save(draft: Draft, deflater: &mut Deflater) -> Vec<u8> {
    let (document, mut spelled) = draft.finish();
    let Document {
        objects,
        trailer,
        max_id,
        ..
    } = document;
    let mut file = File::new(max_id);
    for (id, object) in objects {
        match object {
            Object::Stream(stream) => file.stream(id, compressed(stream, deflater)),
            object => spelled.add(id, &object),
        }
    }
    // Small objects are compressed together; apart they would double the file.
    for objects in spelled.batches(MOST) {
        file.objects(&objects, deflater);
    }
    file.finish(trailer, deflater)
}

/// The file as far as it is written.
struct File {
    bytes: Vec<u8>,
    /// By number, where an object is.
    places: Vec<Place>,
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    /// No object has the number.
    Nowhere,
    /// This many bytes after the start.
    Offset(u32),
    /// In an object stream: its number, and which of the objects in it.
    Within(u32, u16),
}

impl File {
    fn new(max_id: u32) -> Self {
        Self {
            bytes: HEADER.to_vec(),
            places: vec![Place::Nowhere; max_id as usize + 1],
        }
    }

    fn stream(&mut self, (number, _): ObjectId, stream: Stream) {
        self.places[number as usize] = Place::Offset(self.here());
        syntax::integer(number.into(), &mut self.bytes);
        self.bytes.extend(b" 0 obj\n");
        syntax::write(&Object::Stream(stream), &mut self.bytes);
        self.bytes.extend(b"\nendobj\n");
    }

    fn here(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("a file of 4 GB is none of ours")
    }

    /// A number that no object has.
    fn next_number(&mut self) -> u32 {
        self.places.push(Place::Nowhere);
        u32::try_from(self.places.len() - 1).expect("it counts objects in memory")
    }

    fn objects(&mut self, objects: &Batch<'_>, deflater: &mut Deflater) {
        let container = self.next_number();
        for (at, &number) in objects.numbers.iter().enumerate() {
            let at = u16::try_from(at).expect("a batch has no more");
            self.places[number as usize] = Place::Within(container, at);
        }
        let entries = dictionary! {
            "Type" => "ObjStm",
            "N" => objects.numbers.len() as i64,
            "First" => objects.index.len() as i64,
        };
        let content = [&objects.index, objects.content].concat();
        let stream = compressed(Stream::new(entries, content), deflater);
        self.stream((container, 0), stream);
    }

    /// Adds the table of places, which is the trailer as well.
    fn finish(mut self, mut trailer: Dictionary, deflater: &mut Deflater) -> Vec<u8> {
        // A file needs an identifier that differs from other files, and this is one that does
        // not differ from build to build.
        let hash = Sha256::digest(&self.bytes)[..ID].to_vec();
        let id = Object::String(hash, StringFormat::Hexadecimal);
        let number = self.next_number();
        let start = self.here();
        // The table has a row for itself.
        self.places[number as usize] = Place::Offset(start);
        let columns = WIDTHS.iter().sum::<usize>();
        trailer.set("Type", "XRef");
        trailer.set("Size", self.places.len() as i64);
        trailer.set("W", WIDTHS.map(|width| Object::from(width as i64)).to_vec());
        trailer.set("ID", vec![id.clone(), id]);
        trailer.set(
            "DecodeParms",
            dictionary! { "Predictor" => PREDICTOR, "Columns" => columns as i64 },
        );
        let table = table(&self.places);
        self.stream(
            (number, 0),
            compressed(Stream::new(trailer, table), deflater),
        );
        self.bytes.extend(b"startxref\n");
        syntax::integer(start.into(), &mut self.bytes);
        self.bytes.extend(b"\n%%EOF\n");
        self.bytes
    }
}

/// The rows of the table of places. Each is written as what it adds to the row above, so that
/// the rows of neighbours are alike and compress to nearly nothing.
fn table(places: &[Place]) -> Vec<u8> {
    let mut above = [0; 7];
    let mut table = Vec::with_capacity(places.len() * (above.len() + 1));
    for place in places {
        let row = place.row();
        table.push(UP);
        table.extend(
            row.iter()
                .zip(above)
                .map(|(byte, above)| byte.wrapping_sub(above)),
        );
        above = row;
    }
    table
}

impl Place {
    /// Its kind, and two numbers that mean something else in each kind, as [`WIDTHS`] has them.
    fn row(self) -> [u8; 7] {
        let (kind, first, second) = match self {
            Self::Nowhere => (0, 0, u16::MAX),
            Self::Offset(offset) => (1, offset, 0),
            Self::Within(container, index) => (2, container, index),
        };
        let mut row = [kind; 7];
        row[1..5].copy_from_slice(&first.to_be_bytes());
        row[5..].copy_from_slice(&second.to_be_bytes());
        row
    }
}

/// Compresses: zlib data, as PDF's `FlateDecode` reads it.
///
/// Its tables take longer to set up than a short stream takes to compress, so they are kept.
pub(super) struct Deflater(Compress);

impl Deflater {
    /// For streams of one document.
    pub(super) fn quick() -> Self {
        Self(Compress::new(Compression::new(QUICK), true))
    }

    /// For streams that many documents share.
    pub(super) fn thorough() -> Self {
        Self(Compress::new(Compression::new(THOROUGH), true))
    }

    /// The bytes, compressed.
    pub(super) fn deflate(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.0.total_in()).expect("it is in memory");
            let status = self
                .0
                .compress_vec(&bytes[read..], &mut out, FlushCompress::Finish);
            if status.expect("compressing has no wrong state") == Status::StreamEnd {
                return out;
            }
            out.reserve(out.capacity());
        }
    }
}

/// The stream, compressed unless it is already, or must be found by programs that know no PDF.
fn compressed(mut stream: Stream, deflater: &mut Deflater) -> Stream {
    if stream.allows_compression && !stream.dict.has(b"Filter") {
        stream.dict.set("Filter", "FlateDecode");
        let compressed = deflater.deflate(&stream.content);
        stream.set_content(compressed);
    }
    stream
}
