//! PNG: pixels, after a look at how many there are.

use super::NoLogo;
use png::{BitDepth, ColorType, Decoder, Encoder, Limits, Transformations};
use std::io::Cursor;

/// How a PNG file begins.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The most pixels: a logo of 30 mm by 100 mm, at twice the resolution of a good printer.
const MOST_PIXELS: u64 = 4_000_000;

/// What the decoder may take besides the pixels: tables, and texts that nobody reads.
const MOST_MEMORY: usize = 4 << 20;

const HELP: &str = "save the logo as PNG once more, or as SVG, which is sharp at any size";

/// Pixels, row by row from the top.
#[derive(PartialEq)]
pub struct Image {
    /// How many pixels are in a row.
    pub width: u32,
    /// How many rows there are.
    pub height: u32,
    /// Red, green and blue of each pixel.
    pub rgb: Vec<u8>,
    /// How opaque each pixel is; `None` when all are.
    pub alpha: Option<Vec<u8>>,
}

impl std::fmt::Debug for Image {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} × {} pixels", self.width, self.height)
    }
}

/// The pixels of a PNG file.
pub(super) fn read(bytes: &[u8]) -> Result<Image, NoLogo> {
    let broken = |_| NoLogo::new("it is a broken PNG", HELP);
    let limits = Limits { bytes: MOST_MEMORY };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    // Palettes, greys and sixteen bits become what PDF and HTML both know.
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(broken)?;
    let (width, height) = (header.width, header.height);
    let count = u64::from(width) * u64::from(height);
    if count > MOST_PIXELS {
        let why = format!(
            "it has {width} × {height} pixels, and {} million is the most",
            MOST_PIXELS / 1_000_000
        );
        return Err(NoLogo::new(
            why,
            "save it smaller: 1000 pixels across are plenty",
        ));
    }
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size();
    let mut pixels = vec![0; size.ok_or_else(|| NoLogo::new("it is a broken PNG", HELP))?];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    // The checksum at the end of the pixels is behind them.
    reader.finish().map_err(broken)?;
    Ok(split(&pixels, frame.color_type, (width, height)))
}

/// Takes colours and opacity apart, as PDF wants them.
fn split(pixels: &[u8], kind: ColorType, (width, height): (u32, u32)) -> Image {
    let grey = matches!(kind, ColorType::Grayscale | ColorType::GrayscaleAlpha);
    let has_alpha = matches!(kind, ColorType::GrayscaleAlpha | ColorType::Rgba);
    let (mut rgb, mut alpha) = (Vec::new(), Vec::new());
    for pixel in pixels.chunks_exact(kind.samples()) {
        match (grey, pixel) {
            (true, [grey, ..]) => rgb.extend([*grey; 3]),
            (false, [red, green, blue, ..]) => rgb.extend([*red, *green, *blue]),
            _ => {}
        }
        alpha.extend(pixel.last().filter(|_| has_alpha));
    }
    let is_opaque = alpha.iter().all(|opacity| *opacity == u8::MAX);
    Image {
        width,
        height,
        rgb,
        alpha: (!is_opaque).then_some(alpha),
    }
}

impl Image {
    /// The pixels as a PNG file, and nothing else that was in the one they come from: such files
    /// tell who drew them, when and with what.
    pub(super) fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width, self.height);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_color(match self.alpha {
            Some(_) => ColorType::Rgba,
            None => ColorType::Rgb,
        });
        let pixels: Vec<u8> = match &self.alpha {
            Some(alpha) => (self.rgb.chunks_exact(3).zip(alpha))
                .flat_map(|(rgb, alpha)| [rgb[0], rgb[1], rgb[2], *alpha])
                .collect(),
            None => self.rgb.clone(),
        };
        let written = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&pixels));
        written.expect("there are as many pixels as the header says, and memory takes them");
        file
    }
}
