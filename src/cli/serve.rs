//! `hirekit serve`: shows the kits in the browser, and keeps them and the open page up to date.

use super::arguments::{Arguments, Kits, Serve};
use super::keep_built::Keeper;
use super::{Outcome, Terminal};
use crate::kit::Format;
use crate::serve::{Limits, Server};
use anyhow::Context;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

pub(super) fn run(
    command: &Serve,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    // First of all: a port that is taken should not wait for a long build.
    let server = Server::bind(&command.host, command.port)?;
    let address = server.address();
    if !server.is_private() {
        terminal.warn(&format!(
            "everyone who can reach {address} can read all kits, those for the hiring team \
             included; without `--host` only this computer can"
        ))?;
    }
    let kits = with_pages(&command.kits);
    let mut keeper = Keeper::new(&kits, arguments)?;
    keeper.begin(terminal)?;
    let out = arguments.directory.join(&kits.out);
    let site = server
        .start(out, Limits::default())
        .context("cannot start to serve")?;
    site.tell(keeper.problems());
    if !arguments.quiet {
        let address = to_open(address);
        terminal.say(&format!("Open http://{address}/; Ctrl-C ends\n"))?;
    }
    keeper.go_on(terminal, &|news| {
        if news.is_different {
            site.renew();
        }
        site.tell(news.problems);
    })
}

/// What a browser shows is always built.
fn with_pages(kits: &Kits) -> Kits {
    let mut kits = kits.clone();
    if !kits.format.contains(&Format::Html) {
        kits.format.push(Format::Html);
    }
    kits
}

/// Where this computer finds a server that listens everywhere.
fn to_open(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}
