//! Compressing the document, writing it out, and naming it by its content.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, SaveOptions, StringFormat};
use sha2::{Digest, Sha256};

use super::draft::Draft;

/// Higher levels take twice the time and save less than one percent.
const LEVEL: u32 = 6;
/// Small objects are compressed together; apart they would double the file.
const OBJECTS_PER_STREAM: usize = 5000;
/// Bytes of the file's identifier.
const ID: usize = 16;

/// The bytes of the finished document.
pub(super) fn save(draft: Draft, deflater: &mut Deflater) -> Vec<u8> {
    let mut document = draft.finish();
    for object in document.objects.values_mut() {
        compress(object, deflater);
    }
    let id = Object::String(vec![0; ID], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(LEVEL)
        .max_objects_per_stream(OBJECTS_PER_STREAM)
        .build();
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options)
        .expect("writing into memory cannot fail");
    identify(&mut bytes);
    bytes
}

/// Compresses: zlib data, as PDF's `FlateDecode` reads it.
///
/// Its tables take longer to set up than a short stream takes to compress, so they are kept.
pub(super) struct Deflater(Compress);

impl Default for Deflater {
    fn default() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }
}

impl Deflater {
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

fn compress(object: &mut Object, deflater: &mut Deflater) {
    let Object::Stream(stream) = object else {
        return;
    };
    if stream.allows_compression && !stream.dict.has(b"Filter") {
        stream.dict.set("Filter", "FlateDecode");
        let compressed = deflater.deflate(&stream.content);
        stream.set_content(compressed);
    }
}

/// Replaces the zeros of the identifier by the hash of the file. A file needs one that differs
/// from other files, and this is one that does not differ from build to build.
fn identify(bytes: &mut [u8]) {
    let hash = Sha256::digest(&*bytes);
    let digits: String = hash[..ID]
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    let zeros = "0".repeat(2 * ID);
    // The identifier is written twice, in the last few hundred bytes.
    for _ in 0..2 {
        let at = bytes
            .windows(zeros.len())
            .rposition(|window| window == zeros.as_bytes());
        let at = at.expect("the trailer was saved with its identifier");
        bytes[at..at + zeros.len()].copy_from_slice(digits.as_bytes());
    }
}
