//! Taking a port, and a thread that lets clients in.

use super::connections::Connections;
use super::host::Names;
use super::limits::Limits;
use super::site::Site;
use anyhow::{Context, anyhow};
use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long to wait when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(100);

/// A port on which nobody is answered yet: clients wait.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    names: Names,
}

impl Server {
    /// Takes a port; any that is free for 0. `host` is the name or address to listen on.
    ///
    /// # Errors
    ///
    /// It is taken, or may not be; with a way out.
    pub fn bind(host: &str, port: u16) -> anyhow::Result<Self> {
        // As in an address, an IPv6 address may stand in brackets.
        let bare = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let bare = bare.unwrap_or(host);
        let listener = TcpListener::bind((bare, port)).map_err(|error| why(&error, host, port))?;
        let address = listener.local_addr().context("cannot tell the port")?;
        let names = if address.ip().is_loopback() {
            Names::Loopback
        } else {
            Names::Network {
                own: bare.to_owned(),
            }
        };
        Ok(Self {
            listener,
            address,
            names,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Whether only this computer can reach it.
    pub fn is_private(&self) -> bool {
        self.names == Names::Loopback
    }

    /// Answers from now on, from the files in `folder`, which may come later, until the process
    /// ends.
    ///
    /// # Errors
    ///
    /// The system has no thread for it.
    pub fn start(self, folder: PathBuf, limits: Limits) -> io::Result<Arc<Site>> {
        let site = Arc::new(Site::new(folder, self.names, limits));
        let served = Arc::clone(&site);
        thread::Builder::new().spawn(move || let_in(&self.listener, &served, limits))?;
        Ok(site)
    }
}

fn let_in(listener: &TcpListener, site: &Arc<Site>, limits: Limits) {
    let connections = Connections::new(limits);
    for stream in listener.incoming() {
        match stream {
            Ok(stream) => {
                let site = Arc::clone(site);
                connections.admit(stream, move |stream| site.answer(stream));
            }
            // A client that has gone again, or no file handle left for one more.
            Err(_) => thread::sleep(BREATH),
        }
    }
}

fn why(error: &io::Error, host: &str, port: u16) -> anyhow::Error {
    match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is in use, perhaps by another `hirekit serve`: `--port 0` takes a free one"
        ),
        ErrorKind::PermissionDenied => {
            anyhow!("port {port} is not for everyone to take: choose one above 1023, or `--port 0`")
        }
        _ => anyhow!("cannot listen on {host}, port {port}: {error}"),
    }
}
