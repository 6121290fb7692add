//! A key made of a passphrase: Argon2id version 1.3 (RFC 9106).

use argon2::{Algorithm, Argon2, Params, Version};

/// How many bytes a key has: what AES-256 takes.
pub const LENGTH: usize = 32;

/// The least that a key may cost, as OWASP's Password Storage Cheat Sheet has it: what a program that
/// was tampered with could ask for must not be less.
pub const FLOOR: Cost = Cost { memory: 19_456, passes: 2, lanes: 1 };

/// The most that a key may cost: a gibibyte, which a browser can still have.
const CEILING: Cost = Cost { memory: 1 << 20, passes: 64, lanes: 16 };

/// The shortest salt, in bytes (RFC 9106, 3.1 recommends 16).
const SALT: usize = 16;

/// What making a key costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// How often the memory is gone through.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    fn is_between(self, least: Self, most: Self) -> bool {
        (least.memory..=most.memory).contains(&self.memory)
            && (least.passes..=most.passes).contains(&self.passes)
            && (least.lanes..=most.lanes).contains(&self.lanes)
    }
}

/// The key of a passphrase and a salt; `None` for a cost below [`FLOOR`] or beyond what a browser can
/// have, and for a salt of less than 16 bytes.
#[must_use]
pub fn derive(passphrase: &[u8], salt: &[u8], cost: Cost) -> Option<[u8; LENGTH]> {
    if salt.len() < SALT || !cost.is_between(FLOOR, CEILING) {
        return None;
    }
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(LENGTH)).ok()?;
    let mut key = [0; LENGTH];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(passphrase, salt, &mut key).ok()?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hexadecimal(bytes: &[u8]) -> String {
        bytes.iter().fold(String::new(), |text, it| text + &format!("{it:02x}"))
    }

    #[test]
    fn a_key_is_the_one_that_the_reference_implementation_makes() {
        // `argon2 0123456789abcdef -id -v 13 -m 16 -t 3 -p 1 -l 32 -r`, of the authors of Argon2.
        let cost = Cost { memory: 65_536, passes: 3, lanes: 1 };
        let key = derive(b"correct horse", b"0123456789abcdef", cost).unwrap();
        let made = "92599c67f23f1d9dce9b6f0cfb5a9b18ce110336de00799947472465edd9e49a";
        assert_eq!(hexadecimal(&key), made);
    }

    #[test]
    fn another_passphrase_salt_or_cost_makes_another_key() {
        let key = |passphrase: &str, salt: &[u8], cost| derive(passphrase.as_bytes(), salt, cost);
        let dearer = Cost { passes: 3, ..FLOOR };
        let keys = [
            key("a", &[0; 16], FLOOR),
            key("b", &[0; 16], FLOOR),
            key("a", &[1; 16], FLOOR),
            key("a", &[0; 16], dearer),
        ];
        for (at, one) in keys.iter().enumerate() {
            assert!(one.is_some());
            assert!(keys.iter().skip(at + 1).all(|it| it != one));
        }
    }

    #[test]
    fn what_costs_too_little_or_too_much_is_refused() {
        let cheap = [
            Cost { memory: FLOOR.memory - 1, ..FLOOR },
            Cost { passes: 1, ..FLOOR },
            Cost { lanes: 0, ..FLOOR },
            Cost { memory: u32::MAX, ..FLOOR },
            Cost { passes: 65, ..FLOOR },
        ];
        for cost in cheap {
            assert_eq!(derive(b"a", &[0; 16], cost), None, "{cost:?}");
        }
        assert_eq!(derive(b"a", &[0; 15], FLOOR), None);
    }
}
