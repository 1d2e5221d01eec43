//! Finds the C library: in SACRALMET_LIB_DIR where that is set, else by pkg-config.

use std::process::{exit, Command};

fn main() {
    println!("cargo:rerun-if-env-changed=SACRALMET_LIB_DIR");
    println!("cargo:rerun-if-env-changed=PKG_CONFIG_PATH");
    if let Ok(dir) = std::env::var("SACRALMET_LIB_DIR") {
        println!("cargo:rustc-link-search=native={}", dir);
        println!("cargo:rustc-link-lib=dylib=sacralmet");
        return;
    }
    let asked = Command::new("pkg-config").args(["--libs", "libsacralmet >= 0.1"]).output();
    match asked {
        Ok(output) if output.status.success() => link(&String::from_utf8_lossy(&output.stdout)),
        Ok(output) => stop(&String::from_utf8_lossy(&output.stderr)),
        Err(error) => stop(&error.to_string()),
    }
}

fn link(flags: &str) {
    for flag in flags.split_whitespace() {
        if let Some(dir) = flag.strip_prefix("-L") {
            println!("cargo:rustc-link-search=native={}", dir);
        } else if let Some(library) = flag.strip_prefix("-l") {
            println!("cargo:rustc-link-lib=dylib={}", library);
        }
    }
}

fn stop(why: &str) -> ! {
    eprintln!("libsacralmet is not found by pkg-config: {}", why.trim());
    eprintln!("Install it, or set SACRALMET_LIB_DIR to the directory that it was built in.");
    exit(1);
}
