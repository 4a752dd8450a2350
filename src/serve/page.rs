//! What can be sent, and how the browser is to take it.

use super::answer::Refusal;
use std::path::Path;

/// The kinds of files that are sent. There are no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Pdf,
    Markdown,
    /// Our own, never a file.
    Script,
}

/// What a page may do, beyond which its own policy may forbid more: be styled, and run the script
/// of this server. A page that somebody else has put into the folder cannot send anything away.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; \
                           script-src 'self'; connect-src 'self'; base-uri 'none'; \
                           form-action 'none'; frame-ancestors 'none'";

/// The same for text.
const TEXT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

impl Kind {
    /// The kind of a file, by its name.
    pub(super) fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "html" => Some(Self::Html),
            "pdf" => Some(Self::Pdf),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// The media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Markdown => "text/plain; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
        }
    }

    /// The policy to send. None for PDF: it would be that of the browser's own viewer.
    pub(super) fn policy(self) -> Option<&'static str> {
        match self {
            Self::Html => Some(PAGE_POLICY),
            Self::Markdown | Self::Script => Some(TEXT_POLICY),
            Self::Pdf => None,
        }
    }
}

/// The page that says why there is no other.
pub(super) fn refusal(refusal: Refusal) -> String {
    let (title, way_out) = (refusal.reason(), refusal.way_out());
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{way_out}</p>\n\
         </main>\n</body>\n</html>\n"
    )
}
