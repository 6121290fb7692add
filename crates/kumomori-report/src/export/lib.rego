# METADATA
# title: What the checks of Kumomori share
# description: |
#   A function is undefined where its arguments are missing or of another type than it needs, so
#   that a check that needs them is insufficient.
package lib.kumomori

import rego.v1

# What was given: in Gatekeeper the specification of the object under review, else the input.
given := specification if {
	is_object(input)
	specification := input.review.object.spec
} else := input

# Whether the document stands in an envelope.
enveloped if {
	is_object(given)
	is_string(object.get(given, "kind", null))
	object.get(given, "document", null) != null
}

# The document of a kind: without its envelope, or as it was given.
document(kind) := given.document if {
	enveloped
	given.kind == kind
}

document(_) := given if not enveloped

# Whether the envelope is of another kind, so that the question does not arise.
foreign(kind) if {
	enveloped
	given.kind != kind
}

# One place where a check is contradicted, to be shown; `msg` is what Conftest and Gatekeeper show.
violation(check, path) := object.union(check, {
	"path": path,
	"msg": sprintf("%s: %s", [concat(" ", [part | some part in [check.check, path]; part != ""]), check.message]),
})

has(thing, name) if {
	is_object(thing)
	object.get(thing, name, null) != null
}

lacks(thing, name) if {
	is_object(thing)
	object.get(thing, name, null) == null
}

field(thing, name) := thing[name] if is_object(thing)

at(items, index) := items[index] if {
	is_array(items)
	is_number(index)
}

list(value) := value if is_array(value)

text(value) := value if is_string(value)

number(value) := value if is_number(value)

size(value) := count(value) if is_array(value)

size(value) := count(value) if is_string(value)

scalar(value) if type_name(value) in {"boolean", "null", "number", "string"}

# Whether two values are equal, and of the same type; null is as good as missing.
same(a, b) if {
	scalar(a)
	not is_null(a)
	a == b
}

# Whether two values of the same type are different.
differs(a, b) if {
	scalar(a)
	type_name(a) == type_name(b)
	a != b
}

# What is compared with null itself.
given(value) if not is_null(value)

holds_null(items) if {
	some item in list(items)
	is_null(item)
}

holds_no_null(items) if {
	every item in list(items) {
		not is_null(item)
	}
}

within(value, items) if {
	some item in list(items)
	same(value, item)
}

outside(value, items) if {
	scalar(value)
	not is_null(value)
	every item in list(items) {
		differs(value, item)
	}
}

# A whole number that 64 bits can hold.
whole(value) := value if {
	value >= -9223372036854775808
	value <= 9223372036854775807
}

# Division of whole numbers, rounded towards zero.
quotient(a, b) := (a - (a % b)) / b if b != 0

remainder(a, b) := a % b if b != 0

ratio(a, b) := a / b if b != 0

moment_pattern := `^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$`

# Nanoseconds since 1970. The calendar repeats every 400 years, or 146,097 days, so a year that 64
# bits cannot count to is read as the one between 1700 and 2099 that stands for it.
timestamp(value) := moment + (((periods * 146097) * 86400) * 1000000000) if {
	is_string(value)
	regex.match(moment_pattern, value)
	year := to_number(trim_left(substring(value, 0, 4), "0"))
	periods := floor((year - 1700) / 400)
	rest := replace(replace(upper(substring(value, 4, -1)), " ", "T"), "Z", "+00:00")
	moment := time.parse_rfc3339_ns(concat("", [format_int(year - (400 * periods), 10), rest]))
}

# Nanoseconds.
duration(value) := time.parse_duration_ns(value) if {
	is_string(value)
	regex.match(`^-?(0|(([0-9]{1,12}(\.[0-9]{0,9})?|\.[0-9]{1,9})(ns|us|µs|ms|s|m|h))+)$`, value)
}

# A text that sorts as the version does, number by number; SSL comes before every TLS.
version(value) := concat(".", array.concat([era(value)], numbers)) if {
	is_string(value)
	regex.match(`^[A-Za-z _/-]*[0-9]+(\.[0-9]+){0,5}([-+].*)?$`, value)
	written := split(regex.find_n(`[0-9]+(\.[0-9]+)*`, value, 1)[0], ".")
	missing := array.slice(["0", "0", "0", "0", "0", "0"], 0, 6 - count(written))
	numbers := [padded(trim_left(digits, "0")) | some digits in array.concat(written, missing)]
	count(numbers) == 6
}

era(value) := "ssl" if startswith(trim_left(lower(value), " "), "ssl")

else := "tls"

# Digits with zeros before them, if 32 bits can hold the number.
padded(digits) := ten if {
	count(digits) <= 10
	ten := concat("", [substring("0000000000", 0, 10 - count(digits)), digits])
	ten <= "4294967295"
}
