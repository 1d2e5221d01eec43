"""What the benchmarks share: lines of JSON, and the programs to compare with."""
import json
import os
import subprocess
import sys
import time


def report(benchmark, **figures):
    """One figure, as one line of JSON."""
    print(json.dumps({"benchmark": benchmark, **figures}), flush=True)


def rounded(value, digits=4):
    """A measured number with as many digits as it deserves."""
    return float(f"{value:.{digits}g}")


def best_of(runs, job):
    """The least time of several runs, in seconds, and what the last one gave."""
    best, result = float("inf"), None
    for _ in range(runs):
        start = time.perf_counter()
        result = job()
        best = min(best, time.perf_counter() - start)
    return best, result


def python_with(*modules):
    """A Python that has these modules, or None.

    Modules of the system are often for another Python than the first on the path.
    BENCH_PYTHON names one to try before all others.
    """
    folders = os.environ.get("PATH", "").split(os.pathsep)
    for python in [os.environ.get("BENCH_PYTHON"), sys.executable,
                   *(os.path.join(folder, "python3") for folder in folders)]:
        if python and os.access(python, os.X_OK) and subprocess.run(
                [python, "-c", f"import {', '.join(modules)}"], check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def catalog(command):
    """The library's description of itself."""
    return json.loads(subprocess.run(
        [command, "catalog", "--format", "json"], check=True, stdout=subprocess.PIPE).stdout)
