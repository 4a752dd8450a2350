//! Which guides and libraries the names on a command line stand for.

use crate::workspace::Workspace;

/// Checks what is named, with what is said of it.
fn checked(workspace: &Workspace, names: &[&str], said: &str) {
    let checked = workspace.hirekit(&[&["check"], names].concat()).assert();
    checked
        .success()
        .stdout_eq(format!("{said}, no findings\n"));
}

#[test]
fn a_guide_that_is_named_twice_is_one() {
    let workspace = Workspace::with_good_guide();
    let whole = workspace.path("guides/good.yaml");
    let whole = whole.to_str().expect("the path is text");
    for names in [
        ["good", "guides/good.yaml"],
        ["guides", "./guides/../guides/good.yaml"],
        [whole, "good.yaml"],
    ] {
        checked(&workspace, &names, "1 guide");
    }
}
