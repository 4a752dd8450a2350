//! Whether a request means this server.
//!
//! A page from elsewhere can let its own name lead to this computer, and its script could then
//! read our kits as if they were its own (DNS rebinding). But the browser still sends that name in
//! the `Host` header. So only names that nobody else can have are answered.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// By which names clients may call the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Names {
    /// Those of this computer, for itself.
    Loopback,
    /// Any address, which is no name and can lead nowhere else; and the name that the server was
    /// told to listen on.
    Network {
        /// That name.
        own: String,
    },
}

impl Names {
    /// Whether `host`, the value of the header, is one of them. The port is not compared: one
    /// that is forwarded has another number, and a name from elsewhere stays wrong with any.
    pub(super) fn contain(&self, host: &str) -> bool {
        let Some(name) = without_port(host) else {
            return false;
        };
        let address = address(name);
        name.eq_ignore_ascii_case("localhost")
            || match self {
                Self::Loopback => address.is_some_and(|it| it.is_loopback()),
                Self::Network { own } => address.is_some() || name.eq_ignore_ascii_case(own),
            }
    }
}

/// The name in front of the port, if there is one; none if the port is no number.
fn without_port(host: &str) -> Option<&str> {
    let end = host.rfind(']').map_or(0, |end| end + 1);
    let Some(colon) = host[end..].find(':') else {
        return Some(host);
    };
    let (name, port) = host.split_at(end + colon);
    let port = &port[1..];
    let is_number = !port.is_empty() && port.bytes().all(|it| it.is_ascii_digit());
    is_number.then_some(name)
}

/// `127.0.0.1` or `[::1]`.
fn address(name: &str) -> Option<IpAddr> {
    let bracketed = name.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    match bracketed {
        Some(address) => address.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
        None => name.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    const OURS: [&str; 6] = [
        "localhost",
        "LOCALHOST:4747",
        "127.0.0.1",
        "127.0.0.1:4747",
        "[::1]",
        "[::1]:80",
    ];

    const NEVER: [&str; 26] = [
        "",
        ":4747",
        "evil.example",
        "evil.example:4747",
        "localhost.evil.example",
        "evil.example.localhost",
        "localhost.",
        "localhost:",
        "localhost:x",
        "localhost:1:2",
        "localhost@evil.example",
        "evil.example@localhost:4747",
        "localhost/evil",
        "localhost evil.example",
        "localhost,evil.example",
        "127.0.0.1.evil.example",
        "127.1",
        "0x7f.0.0.1",
        "2130706433",
        "0127.0.0.1",
        "::1",
        "[::1",
        "::1]",
        "[::1].evil.example",
        "[localhost]",
        "[127.0.0.1]",
    ];

    const ADDRESSES: [&str; 4] = ["192.168.1.5", "10.0.0.1:80", "0.0.0.0:4747", "[fe80::1]:80"];

    #[test]
    fn for_this_computer_only_its_own_names_will_do() {
        let names = Names::Loopback;
        assert!(OURS.iter().all(|host| names.contain(host)));
        for host in NEVER.iter().chain(&ADDRESSES).chain(&["kits.example"]) {
            assert!(!names.contain(host), "{host}");
        }
    }

    #[test]
    fn on_a_network_addresses_and_the_given_name_will_do() {
        let own = "kits.example".to_owned();
        let names = Names::Network { own };
        let ours = OURS.iter().chain(&ADDRESSES).chain(&["Kits.Example:80"]);
        for host in ours {
            assert!(names.contain(host), "{host}");
        }
        for host in NEVER {
            assert!(!names.contain(host), "{host}");
        }
    }
}
