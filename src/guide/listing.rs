//! The facts of a job listing, for machines: job boards and search engines.

use super::{Country, Date, Short};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The facts of a job listing, as job boards and search engines want them (schema.org's
/// JobPosting). Title and description come from the rest of the guide.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// Name of the organisation that hires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Short>,
    /// The day on which the posting is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_posted: Option<Date>,
    /// The last day on which to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// Full time, part time and so on. Several where the candidate may choose.
    #[serde(default)]
    pub employment: Vec<Employment>,
    /// Where the work is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workplace: Option<Workplace>,
    /// The lowest and the highest pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<PayRange>,
}

/// A kind of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Employment {
    /// Full time.
    FullTime,
    /// Part time.
    PartTime,
    /// As a contractor.
    Contractor,
    /// For a limited time.
    Temporary,
    /// As an intern.
    Intern,
    /// Unpaid.
    Volunteer,
    /// By the day.
    PerDiem,
    /// Anything else.
    Other,
}

/// Where the work is done: at a place, from anywhere in some countries, or both.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workplace {
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<Short>,
    /// Town or city. Left out when all work is remote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Short>,
    /// State, county or province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Short>,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Short>,
    /// Country of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Countries from which all of the work can be done remotely.
    #[serde(default)]
    pub remote_in: Vec<Country>,
}

/// The lowest and the highest pay, in whole units of a currency.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PayRange {
    /// The currency, by its code of three letters (ISO 4217): GBP, USD, EUR.
    #[schemars(regex(pattern = PayRange::CURRENCY))]
    pub currency: String,
    /// The lowest pay.
    pub from: u32,
    /// The highest pay.
    pub to: u32,
    /// The time it is paid for.
    pub per: PayPeriod,
}

impl PayRange {
    /// The pattern of `currency`.
    pub(crate) const CURRENCY: &str = r"^[A-Z]{3}$";
}

/// The time that pay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PayPeriod {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}
