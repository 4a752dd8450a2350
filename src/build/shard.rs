//! One of several builds that share the guides among them.

use super::digest::Digest;
use std::num::NonZeroU32;
use std::str::FromStr;

/// One of several builds that share the guides among them, without talking to each other.
///
/// A guide belongs to a shard by a hash of its id, so that adding one does not move the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which one, from 0.
    index: u32,
    /// Of how many.
    count: NonZeroU32,
}

impl Shard {
    /// Whether the guide with this id belongs to it.
    pub fn contains(self, id: &str) -> bool {
        let digest = Digest::of([id.as_bytes()]);
        let [a, b, c, d, ..] = *digest.bytes() else {
            return self.index == 0;
        };
        u32::from_be_bytes([a, b, c, d]) % self.count == self.index
    }
}

impl FromStr for Shard {
    type Err = &'static str;

    /// Reads `2/5`: the second of five.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = "write it as `K/N`: `2/5` is the second of five shards";
        let (number, count) = text.split_once('/').ok_or(wrong)?;
        let number: u32 = number.parse().map_err(|_| wrong)?;
        let count: NonZeroU32 = count.parse().map_err(|_| wrong)?;
        let index = number.checked_sub(1).filter(|index| *index < count.get());
        Ok(Self {
            index: index.ok_or(wrong)?,
            count,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;

    fn shards(count: u32) -> Vec<Shard> {
        let shard = |number| format!("{number}/{count}").parse().expect("it is a shard");
        (1..=count).map(shard).collect()
    }

    #[test]
    fn each_guide_belongs_to_one_shard() {
        let shards = shards(5);
        let mut sizes = [0; 5];
        for guide in 0..1_000 {
            let id = format!("guide-{guide}");
            let mut owners = (0..5).filter(|at| shards[*at].contains(&id));
            let owner = owners.next().expect("it belongs to one");
            assert_eq!(owners.next(), None);
            sizes[owner] += 1;
        }
        assert!(
            sizes.iter().all(|size| (150..250).contains(size)),
            "{sizes:?}"
        );
    }

    #[test]
    fn a_guide_stays_in_its_shard_in_every_version() {
        let owners = ["it-manager", "it-director", "it-support-manager"]
            .map(|id| shards(4).iter().position(|shard| shard.contains(id)));
        assert_eq!(owners, [Some(3), Some(2), Some(0)]);
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        for text in [
            "",
            "1",
            "0/2",
            "3/2",
            "1/0",
            "a/b",
            "1/2/3",
            "-1/2",
            "1/99999999999",
        ] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
