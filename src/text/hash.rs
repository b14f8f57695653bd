//! A hash of bytes that is the same on every machine and in every release: prepared tables depend on it.

/// What spreads the bits of a word over all others.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of some bytes.
#[inline]
pub fn hash(bytes: &[u8]) -> u64 {
    let mut state = bytes.len() as u64;
    let mut add = |word: u64| {
        state = (state ^ word).wrapping_mul(FACTOR);
        state ^= state >> 29;
    };
    let mut rest = bytes;
    while let Some((word, behind)) = rest.split_first_chunk() {
        add(u64::from_le_bytes(*word));
        rest = behind;
    }
    if !rest.is_empty() {
        add(last(rest));
    }
    state ^ state >> 32
}

/// Fewer than eight bytes as a number, each of them in it: of so many bytes two numbers are equal only where the bytes are.
#[inline]
fn last(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

/// The hash of a number.
#[inline]
pub fn hash_number(number: u64) -> u64 {
    let mixed = (number ^ number >> 29).wrapping_mul(FACTOR);
    mixed ^ mixed >> 32
}
