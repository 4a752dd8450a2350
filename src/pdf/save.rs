//! Compressing the document, writing it out, and naming it by its content.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
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
pub(super) fn save(draft: Draft) -> Vec<u8> {
    let mut document = draft.finish();
    document.objects.values_mut().for_each(compress);
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

/// zlib data, as PDF's `FlateDecode` reads it.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.expect("writing into memory cannot fail")
}

fn compress(object: &mut Object) {
    let Object::Stream(stream) = object else {
        return;
    };
    if stream.allows_compression && !stream.dict.has(b"Filter") {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(deflate(&stream.content));
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
