"""Prints the verdicts on an evidence file as a table: python check.py FILE [ja]"""

import json
import os
import sys
import unicodedata
from pathlib import Path

import wasmtime

MODULES = Path(os.environ.get("KUMOMORI_MODULE") or Path(__file__).parents[2] / "target" / "module")
# A file of two entries takes five million units of fuel, one of six hundred takes forty million.
FUEL = 1_000_000_000
MEMORY = 64 * 1024 * 1024


class Policy:
    """An instance of the policy module without imports, with limits."""

    def __init__(self, path):
        config = wasmtime.Config()
        config.consume_fuel = True
        engine = wasmtime.Engine(config)
        self.store = wasmtime.Store(engine)
        self.store.set_limits(memory_size=MEMORY)
        self.store.set_fuel(FUEL)
        module = wasmtime.Module.from_file(engine, str(path))
        self.exports = wasmtime.Instance(self.store, module, []).exports(self.store)
        self.memory = self.exports["memory"]

    def answer(self, request):
        """The answer to a request, both as Python has JSON."""
        self.store.set_fuel(FUEL)
        given = json.dumps(request).encode()
        handle = self._call("kumomori_buffer", len(given))
        self.memory.write(self.store, given, self._words(handle)[0])
        answer = self._call("kumomori_answer", handle)
        at, size = self._words(answer)
        text = bytes(self.memory.read(self.store, at, at + size))
        # Frees both buffers.
        self.exports["kumomori_reset"](self.store)
        return json.loads(text)

    def _call(self, name, given):
        handle = self.exports[name](self.store, given)
        if handle == 0:
            raise MemoryError(f"{name}: there is no memory")
        return handle

    def _words(self, handle):
        """Where the bytes of a buffer begin, and how many there are."""
        head = self.memory.read(self.store, handle, handle + 8)
        return int.from_bytes(head[:4], "little"), int.from_bytes(head[4:], "little")


def width(text):
    """How many columns a text takes; Japanese takes two for a letter."""
    return sum(2 if unicodedata.east_asian_width(it) in "WF" else 1 for it in text)


def table(rows):
    """Rows under each other, every column as wide as its widest cell."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows)]
    for row in rows:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths))
        yield "  ".join(cells).rstrip()


def rows(file):
    """A row for each check; each further reason has a row of its own."""
    yield ("check", "severity", "verdict", "reason")
    for check in file["checks"]:
        first, *rest = check["said"] or [""]
        yield (check["check"], check["severity"], check["verdict"], first)
        yield from (("", "", "", it) for it in rest)


def main(path, lang="en"):
    try:
        evidence = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as err:
        sys.exit(f"{path}: {err}")
    module = MODULES / "kumomori-raw.wasm"
    if not module.exists():
        sys.exit(f"{module} is not there: run `cargo xtask build module` first")
    policy = Policy(module)
    request = {"format": "kumomori.request/1", "lang": lang, "evidence": [evidence]}
    try:
        answer = policy.answer(request)
    except (wasmtime.Trap, MemoryError) as err:
        sys.exit(f"{path}: the limits of this script do not suffice: {err}")
    for it in answer.get("diagnostics", []):
        print(f"{it['field']}: {it['message']}", file=sys.stderr)
    for file in answer.get("ok", {}).get("checks", []):
        if "problem" in file:
            sys.exit(f"{path}: {file['problem']}")
        print("\n".join(table(list(rows(file)))))
    return 2 if "diagnostics" in answer else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
