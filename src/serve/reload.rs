//! What makes an open page follow the builds.

/// The script, served as a file of its own, so that no page needs to allow scripts in its text.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// Where the policy of a page begins, in each of our pages.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The page, as of this build, with the script in it and a policy that allows it to listen. A
/// page without a policy is not ours and stays as it is.
pub(super) fn with_script(page: &str, build: &str) -> Option<String> {
    let (before, policy) = page.split_once(POLICY)?;
    let (policy, after) = policy.split_once("</head>")?;
    let script = format!("<script src=\"/.hirekit/reload.js\" data-build=\"{build}\"></script>\n");
    // The first directive of a name counts, so it does not matter what the page's own says.
    let allow = "script-src 'self'; connect-src 'self'; ";
    Some([before, POLICY, allow, policy, &script, "</head>", after].concat())
}

#[cfg(test)]
mod tests {
    use super::with_script;
    use crate::html;
    use crate::labels::Languages;

    #[test]
    fn our_pages_get_the_script_and_are_otherwise_the_same() {
        let page = html::all_kits([], Languages::english(), &html::Skin::default());
        let live = with_script(&page, "1-2").expect("it is one of our pages");
        let script = "<script src=\"/.hirekit/reload.js\" data-build=\"1-2\"></script>\n";
        assert!(live.contains(&format!("{script}</head>")));
        let policy = live.replace(script, "");
        let allowed = "content=\"script-src 'self'; connect-src 'self'; default-src ";
        assert_eq!(policy.matches(allowed).count(), 1);
        let own = policy.replace("script-src 'self'; connect-src 'self'; ", "");
        assert_eq!(own, page);
    }

    #[test]
    fn other_pages_stay_as_they_are() {
        assert_eq!(with_script("<p>mine</p>", "1-2"), None);
        assert_eq!(with_script("<head></head><p>mine</p>", "1-2"), None);
    }
}
