#!/usr/bin/env python3
"""The library does what its description says of NULL, of `size` and of what comes back.

usage: test_description.py DESCRIPTION CORE [EXCHANGE]

Every function is called through the description alone: each pointer that must not be NULL is NULL
once, and the call must be refused; each that may be NULL is NULL once, and must not be refused
for it. A struct of the described size is served, one with a tail that is not zero is not.
"""
import ctypes
import faulthandler
import json
import sys

INTEGERS = {"int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "uint64_t": ctypes.c_uint64,
            "size_t": ctypes.c_size_t, "void": None}


class Library:
    """The libraries, as the description has them."""

    def __init__(self, description, paths):
        self.description = description
        names = ("core", "exchange")[:len(paths)]
        self.loaded = dict(zip(names, (ctypes.CDLL(path) for path in paths)))
        self.types = {entry["name"]: entry for entry in description["types"]}
        self.structs = {entry["name"]: entry for entry in description["structs"]}
        self.functions = {entry["name"]: entry for entry in description["functions"]
                          if entry["library"] in self.loaded}
        self.statuses = {member["name"]: member["value"] for enum in description["enums"]
                         if enum["name"] == "smet_status" for member in enum["members"]}
        self.kept = []

    def c_type(self, text):
        """The ctypes type of a parameter or a result."""
        if text.endswith("*"):
            return ctypes.c_void_p
        return INTEGERS[self.types[text]["type"] if text in self.types else text]

    def call(self, name, arguments):
        """Calls a function."""
        entry = self.functions[name]
        function = getattr(self.loaded[entry["library"]], name)
        function.restype = self.c_type(entry["returns"]["type"])
        function.argtypes = [self.c_type(parameter["type"]) for parameter in entry["parameters"]]
        return function(*arguments)

    def buffer(self, size):
        """Zeroed memory of the caller."""
        self.kept.append(ctypes.create_string_buffer(size))
        return ctypes.addressof(self.kept[-1])

    def text(self, content):
        """A text of the caller."""
        self.kept.append(ctypes.create_string_buffer(content))
        return ctypes.addressof(self.kept[-1])

    def object(self, kind):
        """An opaque object, made as its callers make it."""
        if kind == "smet_record":
            return self.call("smet_record_new", [])
        if kind == "smet_assessment":
            return self.call("smet_assess", [self.object("smet_record"), None])
        if kind == "smet_chart":
            return self.call("smet_chart_new", [None, None])
        content = b'{"codes": []}'
        return self.call("smet_code_map_read_json", [self.text(content), len(content), None])

    def struct(self, name, extra=0):
        """A struct that says its size."""
        entry = self.structs[name]
        address = self.buffer(entry["size"] + extra)
        if entry["members"][0]["name"] == "size":
            ctypes.c_uint32.from_address(address).value = entry["size"] + extra
        return address

    def arrow(self, name):
        """A struct array without columns and rows; what would free it is never called."""
        address = self.struct(name)
        values = {"format": self.text(b"+s"), "release": 1, "n_buffers": 1,
                  "buffers": self.buffer(8)}
        for member in self.structs[name]["members"]:
            if member["name"] in values:
                place = ctypes.c_void_p.from_address(address + member["offset"])
                place.value = values[member["name"]]
        return address

    def argument(self, function, parameter):
        """Something good for a parameter."""
        words = parameter["type"].replace("const ", "").replace("struct ", "").split()
        if not parameter["type"].endswith("*"):
            return self.length(function, parameter)
        if words[1] == "*" and self.types.get(words[0], {}).get("kind") == "opaque":
            return self.object(words[0])
        if words[0] in ("ArrowSchema", "ArrowArray") and parameter["direction"] == "in":
            return self.arrow(words[0])
        if words[0] in self.structs:
            return self.struct(words[0]) if words[1] == "*" else self.buffer(64)
        if parameter["direction"] == "in" and words[0] == "char":
            return self.text(b"{}" if parameter["count"] else b"karnofsky")
        return self.buffer(4096)

    def length(self, function, parameter):
        """A number: how long an array is, or 0."""
        for other in function["parameters"]:
            if other["capacity"] == parameter["name"]:
                return 8
            if other["count"] == parameter["name"]:
                return 2 if other["type"] == "const char *" else int(not other["nullable"])
        return 0


def is_refusal(library, function, result):
    """Whether a result says that NULL is refused."""
    if function["returns"]["type"] == "smet_status_t":
        return result == library.statuses["SMET_ERROR_NULL_ARGUMENT"]
    return result in (None, 0, -1)


def null_is_refused(library, function, position):
    """Calls with one NULL; a complaint, or None."""
    arguments = [library.argument(function, parameter) for parameter in function["parameters"]]
    arguments[position] = None
    parameter = function["parameters"][position]
    result = library.call(function["name"], arguments)
    refused = is_refusal(library, function, result)
    if parameter["nullable"]:
        is_status = function["returns"]["type"] == "smet_status_t"
        return "is refused" if is_status and refused else None
    return None if refused else f"is not refused but answered with {result}"


def size_is_right(library, function, position):
    """Calls with a struct that has a tail which is not zero; a complaint, or None."""
    parameter = function["parameters"][position]
    name = parameter["type"].replace("const ", "").split()[1]
    arguments = [library.argument(function, parameter) for parameter in function["parameters"]]
    result = library.call(function["name"], arguments)
    if result in (library.statuses["SMET_ERROR_STRUCT_SIZE"],
                  library.statuses["SMET_ERROR_STRUCT_TAIL"]):
        return "is refused, though its size is as described"
    arguments[position] = library.struct(name, 8)
    ctypes.c_uint8.from_address(arguments[position] + library.structs[name]["size"] + 7).value = 1
    result = library.call(function["name"], arguments)
    if result != library.statuses["SMET_ERROR_STRUCT_TAIL"]:
        return f"with a tail that is not zero gives {result}"
    return None


def checks(library, function):
    """What is tried with each parameter of a function."""
    for position, parameter in enumerate(function["parameters"]):
        if not parameter["type"].endswith("*"):
            continue
        yield position, null_is_refused
        type_ = parameter["type"].replace("const ", "")
        struct = library.structs.get(type_.split()[1]) if type_.startswith("struct ") else None
        if struct and type_.count("*") == 1 and struct["members"][0]["name"] == "size" and \
                function["returns"]["type"] == "smet_status_t":
            yield position, size_is_right


def results(library, function):
    """Complaints of what comes back when all is well."""
    returns = function["returns"]
    if returns["ownership"] is None or returns["nullable"]:
        return []
    arguments = [library.argument(function, parameter) for parameter in function["parameters"]]
    return [] if library.call(function["name"], arguments) else ["gave NULL, and never should"]


def main(description, paths):
    """Tries every function."""
    faulthandler.enable()
    with open(description, encoding="utf-8") as file:
        library = Library(json.load(file), paths)
    tried, complaints = 0, []
    for name, function in library.functions.items():
        print(name, file=sys.stderr, flush=True)  # where it is, should a call end the process
        for position, check in checks(library, function):
            tried += 1
            complaint = check(library, function, position)
            if complaint:
                parameter = function["parameters"][position]["name"]
                complaints.append(f"{name}(): `{parameter}` {complaint}")
        complaints += [f"{name}() {complaint}" for complaint in results(library, function)]
    for complaint in complaints:
        print(complaint)
    print(f"{len(library.functions)} functions, {tried} calls, {len(complaints)} complaints")
    return 1 if complaints or tried < len(library.functions) else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
