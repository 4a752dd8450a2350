//! The codes of countries and currencies.

use crate::finding::nearest;

/// Countries (ISO 3166-1, alpha-2), and Kosovo, whose code is in use though not assigned.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ \
    BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET \
    FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU \
    ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ \
    NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ \
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK \
    YE YT ZA ZM ZW";

/// Currencies that people are paid in (ISO 4217, without funds, metals and withdrawn ones).
const CURRENCIES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP \
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT \
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD \
    OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
    SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF \
    YER ZAR ZMW ZWG";

/// What people write for a country: mostly the code of its language.
const COUNTRIES_MEANT: &[(&str, &str)] = &[
    ("UK", "GB"),
    ("GBR", "GB"),
    ("USA", "US"),
    ("CS", "CZ"),
    ("DA", "DK"),
    ("EL", "GR"),
    ("JA", "JP"),
    ("KO", "KR"),
    ("ZH", "CN"),
];

/// What people write for a currency: its sign, another short name, or one that is withdrawn.
const CURRENCIES_MEANT: &[(&str, &str)] = &[
    ("£", "GBP"),
    ("UKP", "GBP"),
    ("€", "EUR"),
    ("BGN", "EUR"),
    ("DEM", "EUR"),
    ("HRK", "EUR"),
    ("RMB", "CNY"),
    ("YEN", "JPY"),
];

/// Whether this is the code of a country.
pub(crate) fn is_country(code: &str) -> bool {
    COUNTRIES.split(' ').any(|it| it == code)
}

/// Whether this is the code of a currency.
pub(crate) fn is_currency(code: &str) -> bool {
    CURRENCIES.split(' ').any(|it| it == code)
}

/// The code of the country that was meant. Two letters are too few to guess from.
pub(crate) fn country_meant(written: &str) -> Option<&'static str> {
    meant(written, COUNTRIES_MEANT, COUNTRIES)
}

/// The code of the currency that was meant, if it can be one only.
pub(crate) fn currency_meant(written: &str) -> Option<&'static str> {
    meant(written, CURRENCIES_MEANT, CURRENCIES).or_else(|| {
        let near = |code: &&str| nearest(written, [*code]).is_some();
        let mut near = CURRENCIES.split(' ').filter(near);
        near.next().filter(|_| near.next().is_none())
    })
}

fn meant(
    written: &str,
    known: &[(&str, &'static str)],
    codes: &'static str,
) -> Option<&'static str> {
    let written = written.trim().to_uppercase();
    let listed = known.iter().find(|(other, _)| *other == written);
    let same = || codes.split(' ').find(|code| *code == written);
    listed.map(|(_, code)| *code).or_else(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole_and_in_order() {
        let countries: Vec<_> = COUNTRIES.split(' ').collect();
        assert_eq!(countries.len(), 249 + 1);
        assert!(countries.is_sorted_by(|a, b| a < b && b.len() == 2));
        let currencies: Vec<_> = CURRENCIES.split(' ').collect();
        assert!(currencies.is_sorted_by(|a, b| a < b && b.len() == 3));
    }

    #[test]
    fn what_was_meant_is_a_code() {
        assert!(COUNTRIES_MEANT.iter().all(|(_, code)| is_country(code)));
        assert!(CURRENCIES_MEANT.iter().all(|(_, code)| is_currency(code)));
        assert_eq!(country_meant("uk"), Some("GB"));
        assert_eq!(country_meant("no"), Some("NO"));
        assert_eq!(country_meant("Norway"), None);
        assert_eq!(currency_meant("GPB"), Some("GBP"));
        assert_eq!(currency_meant("eur"), Some("EUR"));
        assert_eq!(currency_meant("€"), Some("EUR"));
        // A dollar may be one of twenty, and `AAD` that of Australia or a dirham.
        assert_eq!(currency_meant("$"), None);
        assert_eq!(currency_meant("AAD"), None);
    }
}
