//! [`Bits`]: hashes that were seen, as bits: two of one bit are taken for one.

/// A set of hashes that never misses one of its own.
pub(super) struct Bits([u64; 128]);

impl Bits {
    /// None yet.
    pub(super) fn new() -> Self {
        Self([0; 128])
    }

    /// Adds a hash.
    pub(super) fn add(&mut self, hash: u64) {
        let (slot, bit) = place(hash);
        self.0[slot] |= bit;
    }

    /// Whether a hash may have been added; never false where it was.
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        let (slot, bit) = place(hash);
        self.0[slot] & bit != 0
    }
}

/// The bit of a hash.
fn place(hash: u64) -> (usize, u64) {
    ((hash >> 57) as usize, 1 << (hash >> 51 & 63))
}
