//! Assesses one patient: three facts are known, the rest is not.

use sacralmet::{Error, Instrument, Record};

fn main() -> Result<(), Error> {
    let mut record = Record::new();
    record.set("lesion_level", "S1")?.set("karnofsky", "40..50")?.set("pain", "mechanical")?;
    let sins = record.score(Instrument::find("sins")?);
    println!("SINS {} to {}", sins.minimum, sins.maximum);
    for fact in record.assess().next() {
        println!("find out: {}", fact.field.label());
    }
    if let Err(error) = record.set("karnofsky", "85") {
        println!("{}: {}", error.status, error);
    }
    Ok(())
}
