//! Nothing piles up. In a process of its own, as it looks at all of its memory.

#![cfg(target_os = "linux")]
#![forbid(unsafe_code)]

use sacralmet::{Instrument, Record, Rule};

/// What stands in memory, in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("Linux tells");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}

fn assess_some(count: usize, instrument: Instrument, rule: Rule) {
    for _ in 0..count {
        let mut record = Record::new();
        record.set("ecog", "3").expect("a fact");
        record.set("ecog", "x").expect_err("no fact");
        let copy = record.clone();
        let assessment = copy.assess().clone();
        assert!(assessment.record().score(instrument).maximum > 0);
        assert!(!rule.condition().is_empty());
    }
}

#[test]
fn nothing_piles_up() {
    let instrument = Instrument::find("sins").expect("an instrument");
    let rule = Rule::all().next().expect("a rule");
    assess_some(1000, instrument, rule);
    let before = resident();
    assess_some(100_000, instrument, rule);
    let after = resident();
    // A leak of eighty bytes a record is more.
    assert!(after < before + 8 * 1024, "{} KiB became {} KiB", before, after);
}
