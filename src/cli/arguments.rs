//! The arguments of the program.

use super::templates::arguments::Templates;
use super::{Outcome, workflow};
use crate::build::Shard;
use crate::kit::{Audience, Format};
use crate::theme::Paper;
use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Turns one YAML role definition into a printable interview kit.
#[derive(Debug, Parser)]
#[command(name = "hirekit", version, about, max_term_width = 100)]
#[command(after_help = Outcome::table())]
pub struct Arguments {
    /// Work in this folder instead of the current one
    #[arg(
        short = 'C',
        long = "directory",
        global = true,
        value_name = "DIR",
        default_value = "."
    )]
    pub directory: PathBuf,
    /// Say nothing but what is wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Write findings as plain sentences, for screen readers
    #[arg(long, global = true)]
    pub plain: bool,
    /// How to report findings; the formats for programs go to the output, and nothing else does
    #[arg(
        long,
        global = true,
        value_enum,
        ignore_case = true,
        value_name = "FORMAT",
        default_value_t
    )]
    pub message_format: MessageFormat,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// How to report findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people, on the error stream
    #[default]
    Text,
    /// One JSON document; `hirekit schema findings` describes it
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Commands that make GitHub annotate the lines of a pull request
    Github,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a folder with a first guide, ready to build
    Init(Init),
    /// Add a guide to this folder
    New(New),
    /// Find every mistake in the guides
    Check(Check),
    /// Make the kits: Markdown, HTML and PDF for every guide
    Build(Build),
    /// Build, and again whenever a guide, template, font or the settings change, until Ctrl-C
    Watch(Watch),
    /// Watch, show the kits in the browser, and reload the open page after each build
    Serve(Serve),
    /// Print a guide with all that it extends and includes, and where that comes from
    Show(Show),
    /// Show which stage asks for and rates what, and the gaps
    Coverage(Coverage),
    /// List, print, copy, compare and try out templates
    Templates(Templates),
    /// Print the JSON Schema of guides or libraries, for editors, or of findings, for programs
    Schema(Schema),
    /// Explain a code that `check` reports; without a code, list them
    Explain(Explain),
    /// Print a completion script for a shell
    Completions(Completions),
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder to make; the current one when left out
    pub folder: Option<PathBuf>,
    /// Write a GitHub workflow, too, that runs hirekit's action from this place
    #[arg(long, value_name = "OWNER/REPO@VERSION", value_parser = workflow::action)]
    pub ci: Option<String>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// Id of the new guide: lower-case letters, digits and hyphens
    pub id: String,
    /// The guide to start from
    #[arg(long, value_enum, default_value_t = Starter::Blank)]
    pub from: Starter,
    /// Write an overlay: a guide that is another guide, named here by its id, with changes
    #[arg(long, value_name = "GUIDE", conflicts_with = "from")]
    pub extends: Option<String>,
}

/// The guides to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Starter {
    /// A short guide with one of everything
    Blank,
    /// The bundled guide for an IT Manager
    ItManager,
    /// The bundled guide for an IT Support Manager
    ItSupportManager,
    /// The bundled guide for an IT Director
    ItDirector,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Guides to check, by id or path, libraries by path, or folders; all of them when left out
    pub guides: Vec<PathBuf>,
    /// Words for a placeholder: `--fill "Company=Aster Freight"`
    #[arg(long, value_name = "NAME=WORDS", value_parser = fill)]
    pub fill: Vec<(String, String)>,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Guides to build, by id or path; all guides when left out
    pub guides: Vec<PathBuf>,
    /// Formats to write; all of them when left out
    #[arg(long, value_delimiter = ',', ignore_case = true)]
    pub format: Vec<Format>,
    /// Only these packets, by name: `screening`, `job-posting`, `whole-kit`
    #[arg(long, value_delimiter = ',', value_name = "NAME")]
    pub packet: Vec<String>,
    /// Only packets for these readers
    #[arg(long, value_delimiter = ',', ignore_case = true)]
    pub audience: Vec<Audience>,
    /// Words for a placeholder: `--fill "Company=Aster Freight"`
    #[arg(long, value_name = "NAME=WORDS", value_parser = fill)]
    pub fill: Vec<(String, String)>,
    /// Paper to print on; A4 unless `hirekit.yaml` says otherwise
    #[arg(long, ignore_case = true)]
    pub paper: Option<Paper>,
    /// Make PDFs to print and fill in by hand only, without form fields
    #[arg(long)]
    pub no_forms: bool,
    /// Folder to write to
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// Write nothing; report packets that are stale, missing, changed by hand or left over
    #[arg(long)]
    pub check: bool,
    /// Also replace packets that were changed by hand, and files that stand in their place
    #[arg(long, conflicts_with = "check")]
    pub force: bool,
    /// Work on so many guides at once; on as many as there are processors when left out
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Build one of N shares of the guides, for a matrix of CI jobs: `--shard 2/5`
    #[arg(long, value_name = "K/N")]
    pub shard: Option<Shard>,
}

/// What `watch` and `serve` keep built.
#[derive(Debug, Clone, Args)]
pub struct Kits {
    /// Guides to build, by id or path; all guides when left out
    pub guides: Vec<PathBuf>,
    /// Formats to write; `--format html` is quickest while writing
    #[arg(long, value_delimiter = ',', ignore_case = true, default_values_t = Format::ALL)]
    pub format: Vec<Format>,
    /// Words for a placeholder: `--fill "Company=Aster Freight"`
    #[arg(long, value_name = "NAME=WORDS", value_parser = fill)]
    pub fill: Vec<(String, String)>,
    /// Paper to print on; A4 unless `hirekit.yaml` says otherwise
    #[arg(long, ignore_case = true)]
    pub paper: Option<Paper>,
    /// Make PDFs to print and fill in by hand only, without form fields
    #[arg(long)]
    pub no_forms: bool,
    /// Folder to write to
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
}

/// Arguments of `watch`.
#[derive(Debug, Args)]
pub struct Watch {
    /// What to keep built
    #[command(flatten)]
    pub kits: Kits,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// What to keep built; HTML always is
    #[command(flatten)]
    pub kits: Kits,
    /// Name or address to listen on; any but those of this computer let the network read all kits
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub host: String,
    /// Port to listen on; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 4747)]
    pub port: u16,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The guide, by id or path
    #[arg(required_unless_present = "where_used", conflicts_with = "where_used")]
    pub guide: Option<PathBuf>,
    /// List where guides use an id instead: LIBRARY/ENTRY, a library, a competency, an outcome, a question
    #[arg(long, value_name = "ID")]
    pub where_used: Option<String>,
    /// How to print it
    #[arg(long, value_enum, ignore_case = true, default_value_t = ShowFormat::Yaml)]
    pub format: ShowFormat,
}

/// How to print a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// A guide to be read, checked and built like any other, with comments; places as lines of text
    Yaml,
    /// For programs: the guide, with the lists of changes and of what is included; places as a list
    Json,
}

/// Arguments of `coverage`.
#[derive(Debug, Args)]
pub struct Coverage {
    /// Guides to show, by id or path; all guides when left out
    pub guides: Vec<PathBuf>,
    /// Words for a placeholder: `--fill "Company=Aster Freight"`
    #[arg(long, value_name = "NAME=WORDS", value_parser = fill)]
    pub fill: Vec<(String, String)>,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// What the schema describes
    #[arg(value_enum, default_value_t)]
    pub of: SchemaOf,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The guides that people write
    #[default]
    Guide,
    /// The libraries that guides include from
    Library,
    /// What `--message-format json` prints
    Findings,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The code, as in `error[unknown-id]`
    pub code: Option<String>,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// Reads `Name=words`.
fn fill(argument: &str) -> Result<(String, String), String> {
    match argument.split_once('=') {
        Some((name, words)) if !name.trim().is_empty() && !words.trim().is_empty() => {
            Ok((name.trim().to_owned(), words.to_owned()))
        }
        _ => Err("write it as `Name=words`, with the name and the words".to_owned()),
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.extension()))
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.extension())
    }
}

impl ValueEnum for Audience {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Paper {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::A4, Self::Letter]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }))
    }
}
