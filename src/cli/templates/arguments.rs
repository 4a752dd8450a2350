//! The arguments of `templates`.

use clap::{Args, Subcommand};

/// Arguments of `templates`.
#[derive(Debug, Args)]
pub struct Templates {
    /// What to do with them
    #[command(subcommand)]
    pub command: TemplatesCommand,
}

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub enum TemplatesCommand {
    /// List all templates, and which of them this folder replaces
    List,
    /// Print a template
    Show(ShowTemplate),
    /// Copy built-in templates to this folder, to be changed
    Eject(EjectTemplates),
    /// Show what you changed, and what has changed in hirekit since
    Diff(DiffTemplates),
    /// Render all templates for guides of many kinds, and for those of this folder
    Check,
    /// Print what each packet hands to its templates, as Markdown
    Reference,
}

/// Arguments of `templates show`.
#[derive(Debug, Args)]
pub struct ShowTemplate {
    /// The template: `parts/question.md`, or `question`
    pub template: String,
    /// Print the built-in one, even when this folder replaces it
    #[arg(long)]
    pub built_in: bool,
}

/// Arguments of `templates eject`.
#[derive(Debug, Args)]
pub struct EjectTemplates {
    /// The templates: `parts/question.md`, or `question`
    #[arg(required = true, value_name = "TEMPLATE")]
    pub templates: Vec<String>,
    /// Replace the copy that is there
    #[arg(long)]
    pub force: bool,
    /// Keep the copy that is there, and note that it is up to date with today's built-in one
    #[arg(long, conflicts_with = "force")]
    pub keep: bool,
}

/// Arguments of `templates diff`.
#[derive(Debug, Args)]
pub struct DiffTemplates {
    /// The templates; all that this folder replaces when left out
    #[arg(value_name = "TEMPLATE")]
    pub templates: Vec<String>,
}
