//! The formats of a packet.

/// A format in which packets are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown, for reading on a code host and for comparing.
    Markdown,
    /// One self-contained page.
    Html,
    /// For printing.
    Pdf,
}

impl Format {
    /// All formats, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Pdf];

    /// The file extension, which is also the name in `--format`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }

    /// The name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
        }
    }
}
