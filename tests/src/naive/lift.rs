//! Section 10: what would lift a group.

use super::group::{Seen, total};
use super::level::member;
use super::{Case, Member};

pub(super) fn lift(
    case: Case<'_>,
    members: &[Seen<'_>],
    level: u8,
) -> Option<(u8, Vec<Member>, usize)> {
    if level == 5 {
        return None;
    }
    let to = level + 1;
    let mut raised: Vec<Seen<'_>> =
        members.iter().copied().filter(|it| it.is_key && it.levels[1] < to).collect();
    let mut further: Vec<Seen<'_>> =
        members.iter().copied().filter(|it| !it.is_key && it.levels[1] < to).collect();
    further.sort_by_key(|it| {
        (u8::MAX - it.control.weight, it.control.effort, it.control.id.clone(), it.role)
    });
    let there: Vec<Seen<'_>> = members.iter().copied().filter(|it| it.levels[1] >= to).collect();
    for candidate in further {
        let at_level = total(&there) + total(&raised);
        if at_level * 1000 > case.library.settings.group_share * total(members) {
            break;
        }
        raised.push(candidate);
    }
    raised.sort_by(|a, b| {
        let by_gain = (u32::from(b.control.weight) * u32::from(a.control.effort))
            .cmp(&(u32::from(a.control.weight) * u32::from(b.control.effort)));
        b.is_key
            .cmp(&a.is_key)
            .then(by_gain)
            .then(a.control.id.cmp(&b.control.id))
            .then(a.role.cmp(&b.role))
    });
    let named = raised.iter().take(10).map(|it| member(it.control, it.role)).collect();
    Some((to, named, raised.len()))
}
