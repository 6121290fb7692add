//! Dates of a document as a calendar (RFC 5545).

use alloc::format;
use alloc::string::String;
use kumomori_core::date::Date;

/// Something that lasts some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What calendars know it by, the same whenever the document is made again.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is to be done.
    pub said: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// The most bytes of a line (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The events as a file for calendars, stamped with a day.
pub(super) fn calendar(events: &[Event], stamp: Date) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(text, &mut out);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Kumomori//Schedule//EN");
    for event in events {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", escaped(&event.id)));
        line(&format!("DTSTAMP:{}T000000Z", digits(stamp)));
        line(&format!("DTSTART;VALUE=DATE:{}", digits(event.from)));
        // The end is the day after the last one.
        line(&format!("DTEND;VALUE=DATE:{}", digits(event.to.next())));
        line(&format!("SUMMARY:{}", escaped(&event.title)));
        line(&format!("DESCRIPTION:{}", escaped(&event.said)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

fn digits(date: Date) -> String {
    let (year, month, day) = date.parts();
    format!("{year:04}{month:02}{day:02}")
}

/// A text in which nothing can begin another property.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line that goes on in the next where it is too long, never within a letter.
fn fold(text: &str, out: &mut String) {
    let mut room = LINE;
    for letter in text.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts_and_lines_are_folded_between_letters() {
        let event = Event {
            id: "a@b".into(),
            title: "管理策".repeat(12),
            said: "one; two, three\nBEGIN:VEVENT\r".into(),
            from: "2026-12-01".parse().unwrap(),
            to: "2026-12-31".parse().unwrap(),
        };
        let text = calendar(&[event], "2026-11-22".parse().unwrap());
        assert!(text.contains("DESCRIPTION:one\\; two\\, three\\nBEGIN:VEVENT\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert_eq!(text.matches("\r\nBEGIN:VEVENT").count(), 1);
        assert!(text.split("\r\n").all(|it| it.len() <= LINE), "{text}");
        assert!(text.replace("\r\n ", "").contains(&"管理策".repeat(12)));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
    }
}
