//! Whether anyone can read a bucket without sign-in.

use crate::located::At;

/// What is known of the ways in; `None` where it is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Access {
    /// The block of the bucket.
    pub(super) bucket: Block,
    /// The block of the account, which counts beside it.
    pub(super) account: Block,
    /// Whether the policy of the bucket lets anyone in.
    pub(super) is_policy_public: Option<bool>,
    /// Whether access control lists are switched off.
    pub(super) are_lists_off: Option<bool>,
}

/// A public access block, as far as it decides about access that exists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Block {
    are_lists_ignored: Option<bool>,
    is_policy_restricted: Option<bool>,
}

impl Block {
    /// A block that was never set.
    pub(super) const OPEN: Self =
        Self { are_lists_ignored: Some(false), is_policy_restricted: Some(false) };

    /// Reads a `PublicAccessBlockConfiguration`.
    pub(super) fn read(at: &At<'_>) -> Self {
        let flag = |names: [&str; 2]| at.some_of(&names).and_then(|it| it.node.bool());
        Self {
            are_lists_ignored: flag(["IgnorePublicAcls", "ignorePublicAcls"]),
            is_policy_restricted: flag(["RestrictPublicBuckets", "restrictPublicBuckets"]),
        }
    }
}

impl Access {
    /// Whether anyone can read the bucket; `None` when it is not known.
    pub(super) fn is_public(self) -> Option<bool> {
        let blocks = [self.bucket, self.account];
        let is_restricted = blocks.map(|it| it.is_policy_restricted);
        let are_lists_closed = self.are_lists_off == Some(true)
            || blocks.iter().any(|it| it.are_lists_ignored == Some(true));
        let is_policy_closed =
            self.is_policy_public == Some(false) || is_restricted.contains(&Some(true));
        let is_policy_open =
            self.is_policy_public == Some(true) && is_restricted == [Some(false); 2];
        match (are_lists_closed && is_policy_closed, is_policy_open) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSED: Block = Block { are_lists_ignored: Some(true), is_policy_restricted: Some(true) };

    #[test]
    fn one_block_is_enough() {
        let open = Access {
            bucket: Block::OPEN,
            account: Block::OPEN,
            is_policy_public: Some(true),
            are_lists_off: Some(false),
        };
        assert_eq!(open.is_public(), Some(true));
        assert_eq!(Access { bucket: CLOSED, ..open }.is_public(), Some(false));
        assert_eq!(Access { account: CLOSED, ..open }.is_public(), Some(false));
    }

    #[test]
    fn without_a_block_policy_and_lists_must_both_be_closed() {
        let private = Access { is_policy_public: Some(false), ..Access::default() };
        assert_eq!(private.is_public(), None);
        assert_eq!(Access { are_lists_off: Some(true), ..private }.is_public(), Some(false));
    }

    #[test]
    fn an_account_that_is_not_known_may_block() {
        let bucket = Block::OPEN;
        let access = Access { bucket, is_policy_public: Some(true), ..Access::default() };
        assert_eq!(access.is_public(), None);
    }
}
