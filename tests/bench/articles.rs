//! Writes articles that vary in content: `articles FOLDER COUNT ar|en BYTES`.

mod varied;

use std::path::PathBuf;
use std::{env, fs, io};

use varied::{Tongue, article};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, count, tongue, bytes] = arguments.as_slice() else {
        return Err(io::Error::other("usage: articles FOLDER COUNT ar|en BYTES"));
    };
    let number = |text: &str| text.parse::<u64>().map_err(io::Error::other);
    let tongue = if tongue == "ar" {
        Tongue::Arabic
    } else {
        Tongue::English
    };
    let (folder, bytes) = (PathBuf::from(folder), number(bytes)? as usize);
    fs::create_dir_all(&folder)?;
    for at in 0..number(count)? {
        let name = folder.join(format!("{at:05}.txt"));
        fs::write(name, article(tongue, at, bytes))?;
    }
    Ok(())
}
