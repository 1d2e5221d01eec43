// Before a program of WebAssembly: it sees the environment, as other programs do.
Module.preRun = [() => Object.assign(ENV, process.env)];
