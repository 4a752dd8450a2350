//! Serving: shows the kits of an output folder in the browser, and reloads the open page after a
//! build.
//!
//! 1. [`Server::bind`] takes a port; [`Server::start`] answers on threads of its own from then on.
//! 2. [`connections`] bounds how many are open at once.
//! 3. For each, [`request`] reads one request, [`host`] and [`path`] say whether and what it may
//!    have, [`answer`] writes the answer, and the connection ends.
//! 4. [`reload`] puts a script into pages on their way out. It listens to the stream of events
//!    that [`viewers`] keeps, and reloads the page or shows what is wrong: [`Site::renew`] and
//!    [`Site::tell`].
//!
//! Pages on the disk stay as they are, without a script and with their own policy.
//!
//! # Why on the standard library
//!
//! The server answers GET and HEAD for the files of one folder, on one computer, for one person;
//! what it needs besides is bounds. `tiny_http` bounds neither its threads nor the length of a
//! header nor the patience with a slow client. `hyper` does, and brings twenty crates and an
//! executor into the build of every user of this program. So the request is parsed by `httparse`,
//! the parser within hyper, which depends on nothing; what is hard about HTTP is left out, in
//! that each connection carries one request without a body; and every bound is in [`Limits`].

mod answer;
mod connections;
mod deadline;
mod host;
mod limits;
mod page;
mod path;
mod reload;
mod request;
mod server;
mod site;
#[cfg(test)]
mod tests;
mod viewers;

pub use limits::Limits;
pub use server::Server;
pub use site::Site;
