//! What a user can see of the formats: files that read, files that do not, and what is said.

#[cfg(test)]
mod bad_files;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod evaluations;
#[cfg(test)]
mod json_texts;
#[cfg(test)]
mod library;
#[cfg(test)]
mod many_problems;
#[cfg(test)]
mod marked;
#[cfg(test)]
mod round_trips;
#[cfg(test)]
mod unreadable_files;
#[cfg(test)]
mod warnings;
