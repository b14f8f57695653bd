//! The known name that a mistyped one probably means.

/// The name among `known` that fewest changes of a letter lead to from `name`; none where all are far from it.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let name: Vec<char> = name.to_lowercase().chars().take(LONGEST).collect();
    known
        .into_iter()
        .map(|one| (changes(&name, one), one))
        .min()
        .filter(|(changes, one)| *changes <= one.chars().count().max(name.len()) / 3 + 1)
        .map(|(_, one)| one)
}

/// Letters of a name that are compared: names are short, an argument may be anything.
const LONGEST: usize = 100;

/// How many letters must be added, left out or exchanged to make one name of the other.
fn changes(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (index, wanted) in to.chars().take(LONGEST).enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = index + 1;
        next.push(left);
        for ((given, above), diagonal) in from.iter().zip(row.iter().skip(1)).zip(&row) {
            left = (diagonal + usize::from(*given != wanted)).min(above.min(&left) + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_finds_none() {
        let known = ["repeated-word", "repeated-figure", "figures"];
        assert_eq!(nearest("repeted-word", known), Some("repeated-word"));
        assert_eq!(nearest("Figure", known), Some("figures"));
        assert_eq!(nearest("zzqqxxyy", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(changes(&['a', 'b'], "acb"), 1);
    }
}
