"""A conversation with Z3 about the definitions that content-smt writes."""

import json
import re
import subprocess


class Undecided(Exception):
    """The solver did not decide, or refused what it was given."""


class Solver:
    """One process of Z3 that holds all definitions."""

    def __init__(self, z3, definitions):
        first, _, rest = definitions.partition("\n")
        self.words = json.loads(first.removeprefix("; "))
        self.questions = 0
        self.process = subprocess.Popen([z3, "-in"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.say("(set-option :print-success false)\n(set-option :produce-models true)\n" + rest)

    def say(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()

    def hear(self):
        """One answer: a word, or a list in brackets."""
        text = ""
        while True:
            line = self.process.stdout.readline()
            if line == "":
                raise Undecided("the solver has ended")
            text += line
            if text.strip().startswith("(error"):
                raise Undecided(text.strip())
            if text.strip() and text.count("(") == text.count(")"):
                return text.strip()

    def model(self, *formulas, values=()):
        """What `values` are in some patient for whom all formulas hold; None: there is none."""
        self.questions += 1
        self.say("(push)" + "".join(f"(assert {formula})" for formula in formulas))
        self.say("(check-sat)")
        answer = self.hear()
        if answer not in ("sat", "unsat"):
            raise Undecided(answer)
        found = None
        if answer == "sat":
            found = self.values(values) if values else {}
        self.say("(pop)")
        return found

    def values(self, names):
        self.say("(get-value (" + " ".join(names) + "))")
        answer = self.hear()
        return {name: read_value(value) for name, value in
                re.findall(r"\(([a-z][^\s()]*)\s+([^\s()]+)\)", answer)}

    def patient(self, *formulas):
        """The record of some patient for whom all formulas hold; None: there is none."""
        fields = self.words["fields"]
        names = [f"value.{key}" for key in fields] + [f"entered.{key}" for key in fields]
        found = self.model(*formulas, values=names)
        if found is None:
            return None
        return {key: field["values"][str(found[f"value.{key}"])]
                for key, field in fields.items() if found[f"entered.{key}"]}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def read_value(text):
    if text in ("true", "false"):
        return text == "true"
    if text.startswith("#x"):
        return int(text[2:], 16)
    if text.startswith("#b"):
        return int(text[2:], 2)
    return int(text)
