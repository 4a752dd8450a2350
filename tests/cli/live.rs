//! `watch` and `serve`: programs that go on until Ctrl-C.

#![cfg(unix)]

use crate::workspace::Workspace;
use snapbox::str;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program at work, ended when dropped.
struct Running<'w> {
    workspace: &'w Workspace,
    child: Child,
}

impl<'w> Running<'w> {
    fn new(workspace: &'w Workspace, arguments: &[&str]) -> Self {
        let file = |name| File::create(workspace.path(name)).expect("it can be made");
        let child = Command::new(snapbox::cmd::cargo_bin!("hirekit"))
            .args(arguments)
            .current_dir(workspace.path(""))
            .stdout(file("stdout"))
            .stderr(file("stderr"))
            .spawn()
            .expect("the program runs");
        Self { workspace, child }
    }

    fn wait_until(&mut self, what: &str, holds: impl Fn(&Workspace) -> bool) {
        let began = Instant::now();
        while !holds(self.workspace) {
            let ended = self.child.try_wait().expect("it can be asked");
            let told = || self.workspace.read("stdout") + &self.workspace.read("stderr");
            assert!(ended.is_none(), "{what}: it has ended: {}", told());
            assert!(began.elapsed() < PATIENCE, "{what}: {}", told());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn wait_for_output(&mut self, text: &str) {
        self.wait_until(text, |it| it.read("stdout").contains(text));
    }

    /// Presses Ctrl-C, and returns the exit code.
    fn interrupt(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let killed = Command::new("kill").args(["-INT", &id]).status();
        assert!(killed.expect("there is such a program").success());
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The guide, with another role.
fn with_role(guide: &str, role: &str) -> String {
    guide.replace("role: Your Role", &format!("role: {role}"))
}

fn save_by_rename(workspace: &Workspace, text: &str) {
    workspace.write("guides/.good.yaml.tmp", text);
    let renamed = fs::rename(
        workspace.path("guides/.good.yaml.tmp"),
        workspace.path("guides/good.yaml"),
    );
    renamed.expect("it can be renamed");
}

fn posting_says(workspace: &Workspace, words: &str) -> bool {
    let posting = workspace.path("out/good/public/01-job-posting.md");
    fs::read_to_string(posting).is_ok_and(|it| it.contains(words))
}

#[test]
fn watch_says_what_changed_and_what_was_built() {
    let workspace = Workspace::with_good_guide();
    let guide = workspace.read("guides/good.yaml");
    let mut watch = Running::new(&workspace, &["watch", "--format", "md"]);
    watch.wait_for_output("Waiting for changes");
    save_by_rename(&workspace, &with_role(&guide, "Renamed"));
    watch.wait_for_output("\nBuilt good");
    // Half-written: the old page stays.
    save_by_rename(&workspace, &(with_role(&guide, "Half") + "faq: ["));
    watch.wait_for_output("not built");
    assert!(posting_says(&workspace, "Renamed"));
    save_by_rename(&workspace, &with_role(&guide, "Whole"));
    watch.wait_until("the whole guide is built", |it| {
        it.read("stdout").matches("\nBuilt good").count() == 2
    });
    assert!(posting_says(&workspace, "Whole"));
    assert_eq!(watch.interrupt(), Some(130));
    snapbox::assert_data_eq!(
        workspace.read("stdout"),
        str![[r#"
Built good in [..] s: [..] files written
Waiting for changes; Ctrl-C ends
guides/good.yaml changed
Built good in [..] s: [..] files written
guides/good.yaml changed
1 guide not built: what is there stays as it was, see the findings above
guides/good.yaml changed
No findings any more
Built good in [..] s: [..] files written

"#]]
    );
    snapbox::assert_data_eq!(
        workspace.read("stderr"),
        str![[r#"
error[duplicate-key]: the field `faq` is given twice
   --> guides/good.yaml:163:1
    |
158 | faq:
    | --- first given here
...
163 | faq: [
    | ^^^ given again here
    |
    = help: delete one of the two, or rename it

1 error; `hirekit explain duplicate-key` tells more

"#]]
    );
}

#[test]
fn watch_follows_guides_templates_and_settings_that_come_and_go() {
    let workspace = Workspace::with_good_guide();
    let guide = workspace.read("guides/good.yaml");
    let mut watch = Running::new(&workspace, &["watch", "--format", "md"]);
    watch.wait_for_output("Waiting for changes");
    workspace.write("guides/more.yaml", &guide.replace("id: good", "id: more"));
    watch.wait_until("a new guide", |it| it.path("out/more/public").is_dir());
    workspace.write("templates/job-posting.md", "# Our own words\n");
    watch.wait_until("a template", |it| posting_says(it, "Our own words"));
    fs::remove_dir_all(workspace.path("templates")).expect("it is there");
    watch.wait_until("no template", |it| !posting_says(it, "Our own words"));
    workspace.write("hirekit.yaml", "fill: {Company: Aster Freight}\n");
    watch.wait_until("settings", |it| posting_says(it, "Aster Freight"));
    fs::remove_dir_all(workspace.path("guides")).expect("it is there");
    watch.wait_until("what cannot run", |it| {
        it.read("stderr")
            .contains("error: there is no folder `guides`")
    });
    workspace.write("guides/good.yaml", &with_role(&guide, "Back Again"));
    watch.wait_until("it goes on", |it| posting_says(it, "Back Again"));
    assert_eq!(watch.interrupt(), Some(130));
}

#[test]
fn the_last_of_many_saves_is_built() {
    let workspace = Workspace::with_good_guide();
    let guide = workspace.read("guides/good.yaml");
    let mut watch = Running::new(&workspace, &["watch", "--format", "md"]);
    watch.wait_for_output("Waiting for changes");
    for save in 100..600 {
        let text = with_role(&guide, &format!("Role {save}"));
        match save % 2 {
            0 => save_by_rename(&workspace, &text),
            _ => workspace.write("guides/good.yaml", &text),
        }
    }
    watch.wait_until("the last", |it| posting_says(it, "Role 599"));
}

#[test]
fn watch_quietly_says_nothing_when_all_is_well() {
    let workspace = Workspace::with_good_guide();
    let mut watch = Running::new(&workspace, &["watch", "--quiet", "--format", "md"]);
    watch.wait_until("it builds", |it| posting_says(it, "Your Role"));
    assert_eq!(watch.interrupt(), Some(130));
    assert_eq!(workspace.read("stdout") + &workspace.read("stderr"), "");
}

#[test]
fn watch_does_not_begin_when_it_cannot_build() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["watch", "nosuch"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no guide `nosuch`

"#]]);
}

#[test]
fn serve_shows_the_kits_where_it_says() {
    let workspace = Workspace::with_good_guide();
    let arguments = ["serve", "--port", "0", "--format", "md"];
    let mut serve = Running::new(&workspace, &arguments);
    serve.wait_for_output("Ctrl-C ends\n");
    let told = workspace.read("stdout");
    let (_, address) = told.split_once("http://").expect("it tells the address");
    let address = address.split('/').next().expect("it has an end");
    let get = |path: &str| {
        let mut stream = TcpStream::connect(address).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it is taken");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it is text");
        answer
    };
    assert!(get("/").contains("good/index.html"));
    assert!(get("/good/").contains("data-build"));
    assert!(get("/../guides/good.yaml").starts_with("HTTP/1.1 404 "));
    let on_disk = workspace.read("out/good/index.html");
    assert!(!on_disk.contains("<script") && !on_disk.contains("script-src"));
    let guide = workspace.read("guides/good.yaml");
    save_by_rename(&workspace, &with_role(&guide, "Served Again"));
    serve.wait_until("it is built again", |_| {
        get("/good/").contains("Served Again")
    });
    assert_eq!(serve.interrupt(), Some(130));
}

#[test]
fn serve_names_a_way_out_when_the_port_is_taken() {
    let workspace = Workspace::with_good_guide();
    let taken = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let port = taken.local_addr().expect("it has a port").port();
    workspace
        .hirekit(&["serve", "--port", &port.to_string()])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: port [..] is in use, perhaps by another `hirekit serve`: `--port 0` takes a free one

"#]]);
    assert!(!workspace.path("out").exists());
}

#[test]
fn serve_warns_when_others_can_read_the_kits() {
    let workspace = Workspace::with_good_guide();
    let arguments = [
        "serve", "--host", "0.0.0.0", "--port", "0", "--format", "md",
    ];
    let mut serve = Running::new(&workspace, &arguments);
    serve.wait_for_output("Ctrl-C ends\n");
    snapbox::assert_data_eq!(
        workspace.read("stderr"),
        str![[r#"
warning: everyone who can reach 0.0.0.0:[..] can read all kits, those for the hiring team included; without `--host` only this computer can

"#]]
    );
    assert_eq!(serve.interrupt(), Some(130));
}
