"""The policy module in hosts that are Python packages: `wasmtime` and `extism`."""

import json
import os
import re
import tempfile
import time
import unittest
from pathlib import Path

import extism
import wasmtime
from wasmtime import component

MODULE = Path(os.environ["KUMOMORI_MODULE"])
NATIVE = Path(os.environ["KUMOMORI_NATIVE"])
HOSTS = Path(os.environ["KUMOMORI_HOSTS"])
REQUESTS = Path(__file__).parent.parent / "fixtures" / "requests"
EVIDENCE = Path(__file__).parents[2] / "examples" / "ci-wasi" / "evidence"

GOLDEN = {
    path.stem: (path.read_bytes(), (NATIVE / path.name).read_bytes())
    for path in sorted(REQUESTS.glob("*.json"))
    if not path.name.endswith(".answer.json")
}


class Raw:
    """An instance of the module without imports, as a host in Python holds it."""

    def __init__(self, fuel=None, memory=1 << 30):
        config = wasmtime.Config()
        config.consume_fuel = fuel is not None
        engine = wasmtime.Engine(config)
        self.store = wasmtime.Store(engine)
        self.store.set_limits(memory_size=memory)
        if fuel is not None:
            self.store.set_fuel(fuel)
        module = wasmtime.Module.from_file(engine, str(MODULE / "kumomori-raw.wasm"))
        self.exports = wasmtime.Instance(self.store, module, []).exports(self.store)

    def call(self, name, *given):
        """What a function gives back; numbers are 32 bits wide without a sign."""
        given = self.exports[name](self.store, *given)
        return None if given is None else given & 0xFFFF_FFFF

    def words(self, handle):
        """Where the bytes of a buffer begin, and how many there are."""
        head = self.exports["memory"].read(self.store, handle, handle + 8)
        return int.from_bytes(head[:4], "little"), int.from_bytes(head[4:], "little")

    def ask(self, name, request):
        """What a function makes of some bytes."""
        given = self.call("kumomori_buffer", len(request))
        if given == 0:
            raise MemoryError(f"{len(request)} bytes")
        memory = self.exports["memory"]
        memory.write(self.store, request, self.words(given)[0])
        answer = self.call(name, given)
        at, size = self.words(answer)
        answered = bytes(memory.read(self.store, at, at + size))
        self.call("kumomori_free", given)
        self.call("kumomori_free", answer)
        return answered


class Typed:
    """An instance of the component, with its functions by name."""

    def __init__(self, memory=1 << 30):
        engine = wasmtime.Engine()
        self.store = wasmtime.Store(engine)
        self.store.set_limits(memory_size=memory)
        file = component.Component.from_file(engine, str(MODULE / "kumomori-component.wasm"))
        self.instance = component.Linker(engine).instantiate(self.store, file)
        self.assess = self.instance.get_export_index(self.store, "kumomori:policy/assess@1.0.0")

    def call(self, name, *given):
        """What a function gives back."""
        index = self.instance.get_export_index(self.store, name, self.assess)
        return self.instance.get_func(self.store, index)(self.store, *given)


def options(thresholds=()):
    """What `check` is told beside the evidence."""
    record = component.Record()
    record.language, record.role, record.thresholds = "en", None, list(thresholds)
    return record


def plugin():
    """The module as a plug-in of Extism."""
    return extism.Plugin((MODULE / "kumomori-extism.wasm").read_bytes(), wasi=False)


class Host(unittest.TestCase):
    """What the tests of both hosts share."""

    def ask_all(self, host, answer):
        """Asks every request, twice each, and reports the host."""
        self.assertGreater(len(GOLDEN), 5)
        spent = 0.0
        for name, (request, native) in GOLDEN.items():
            for _ in range(2):
                start = time.perf_counter()
                given = answer(request)
                spent += time.perf_counter() - start
                self.assertEqual(given, native, name)
        row = [host, "real", str(len(GOLDEN) * 2), "bytes", str(round(spent * 1000))]
        note = HOSTS / re.sub(r"[^\w.-]", "-", host)
        note.write_text("\t".join(row) + "\n", encoding="utf-8")


class Wasmtime(Host):
    """The module without imports in the package `wasmtime`."""

    def test_it_answers_as_natively(self):
        raw = Raw()
        self.ask_all("PyPI wasmtime", lambda it: raw.ask("kumomori_answer", it))

    def test_fuel_that_runs_out_ends_the_call_and_no_more(self):
        request, native = GOLDEN["checks"]
        raw = Raw(fuel=1 << 40)
        for fuel in range(10_000, 1_000_000, 5_000):
            raw.store.set_fuel(fuel)
            with self.assertRaises(wasmtime.Trap) as ended:
                raw.ask("kumomori_answer", request)
            self.assertEqual(ended.exception.trap_code, wasmtime.TrapCode.OUT_OF_FUEL)
            raw.store.set_fuel(1 << 40)
            raw.call("kumomori_reset")
        self.assertEqual(raw.ask("kumomori_answer", request), native)

    def test_memory_that_runs_out_is_told(self):
        raw = Raw(memory=1 << 20)
        self.assertEqual(raw.call("kumomori_buffer", 1 << 22), 0)
        request, native = GOLDEN["verdicts"]
        self.assertEqual(raw.ask("kumomori_answer", request), native)


class Component(Host):
    """The component in the same package, with nothing linked to it."""

    def test_it_answers_as_natively(self):
        typed = Typed()
        self.ask_all(
            "PyPI wasmtime (component)",
            lambda it: typed.call("answer", it.decode()).encode(),
        )

    def test_evidence_is_asked_with_types(self):
        typed = Typed()
        tls = '{"kind":"tls-endpoints",\n"document":[{"min_version":"TLS1.0"}]}'
        asked = typed.call("check", [tls, '{"kind":\n?'], options())
        self.assertEqual(asked.tag, "ok")
        good, broken = asked.payload
        [floor] = [it for it in good.payload.statements if it.check == "tls-floor"]
        self.assertEqual(floor.verdict, "contradicts")
        self.assertEqual([it.control for it in floor.controls], ["encrypt-in-transit"])
        self.assertEqual((broken.tag, broken.payload.field), ("err", "evidence[1]"))
        self.assertEqual((broken.payload.line, broken.payload.column), (2, 1))

    def test_a_threshold_that_is_not_there_is_named(self):
        asked = Typed().call("check", [], options([("tls_flor", '"TLS1.0"')]))
        self.assertEqual(asked.tag, "err")
        [wrong] = asked.payload
        self.assertEqual(wrong.field, "thresholds.tls_flor")
        self.assertIn("tls_floor", wrong.help)

    def test_many_calls_need_no_more_memory_than_one(self):
        request, native = GOLDEN["verdicts"]
        typed = Typed(memory=2 << 20)
        for _ in range(2_000):
            self.assertEqual(typed.call("answer", request.decode()), native.decode())


class Command(Host):
    """The command for WASI in the same package, an instance for each run."""

    @classmethod
    def setUpClass(cls):
        engine = wasmtime.Engine()
        cls.linker = wasmtime.Linker(engine)
        cls.linker.define_wasi()
        cls.module = wasmtime.Module.from_file(engine, str(MODULE / "kumomori-wasi.wasm"))
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.streams = Path(folder.name)

    def run_with(self, arguments, given=b"", folders=()):
        """What the command prints, and its exit code."""
        (self.streams / "in").write_bytes(given)
        wasi = wasmtime.WasiConfig()
        wasi.argv = ["kumomori", *arguments]
        wasi.stdin_file = str(self.streams / "in")
        wasi.stdout_file = str(self.streams / "out")
        for folder, name in folders:
            wasi.preopen_dir(str(folder), name)
        store = wasmtime.Store(self.linker.engine)
        store.set_wasi(wasi)
        start = self.linker.instantiate(store, self.module).exports(store)["_start"]
        code = 0
        try:
            start(store)
        except wasmtime.ExitTrap as ended:
            code = ended.code
        # What it printed is written when the store is gone.
        store.close()
        return (self.streams / "out").read_bytes(), code

    def test_it_answers_as_natively(self):
        self.ask_all(
            "PyPI wasmtime (WASI)",
            lambda it: self.run_with(["answer", "-"], it)[0].rstrip(b"\n"),
        )

    def test_a_folder_is_checked_as_a_ci_job_does(self):
        arguments = ["check", "evidence", "--lang", "en", "--format", "sarif"]
        printed, code = self.run_with(arguments, folders=[(EVIDENCE, "/evidence")])
        self.assertEqual(code, 1)
        results = json.loads(printed)["runs"][0]["results"]
        [floor] = [it for it in results if it["ruleId"] == "tls-floor"]
        place = floor["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        self.assertEqual(place, "evidence/tls.json")


class Extism(Host):
    """The plug-in in the package `extism`."""

    def test_it_answers_as_natively(self):
        with plugin() as it:
            self.ask_all("PyPI extism", lambda request: it.call("answer", request))

    def test_each_function_answers_what_it_is_named_after(self):
        request, _ = GOLDEN["score"]
        with plugin() as it:
            check = json.loads(it.call("check", request))["ok"]
            self.assertEqual(list(check), ["library", "checks", "warnings"])
            self.assertIn("requirements", json.loads(it.call("evaluate", request))["ok"])
            self.assertIn("thresholds", json.loads(it.call("catalog", b""))["ok"])


if __name__ == "__main__":
    unittest.main()
