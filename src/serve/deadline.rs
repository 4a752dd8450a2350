//! A connection that ends at a time set beforehand, however slowly the other side reads or writes.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// A connection until a point in time. The timeouts of the system alone begin anew with each
/// byte.
pub(super) struct Deadline<'c> {
    connection: &'c TcpStream,
    end: Instant,
}

impl<'c> Deadline<'c> {
    /// From now on for this long.
    pub(super) fn new(connection: &'c TcpStream, length: Duration) -> Self {
        Self {
            connection,
            end: Instant::now() + length,
        }
    }

    /// What is left; an error when nothing is.
    fn left(&self) -> io::Result<Duration> {
        let left = self.end.checked_duration_since(Instant::now());
        let left = left.filter(|left| !left.is_zero());
        left.ok_or_else(|| ErrorKind::TimedOut.into())
    }
}

impl Read for Deadline<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.connection.set_read_timeout(Some(self.left()?))?;
        self.connection.read(bytes)
    }
}

impl Write for Deadline<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.connection.set_write_timeout(Some(self.left()?))?;
        self.connection.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
