//! The one-letter slips that make one spelling of another.

/// What happened to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two neighbours changed places.
    Swapped,
    /// A consonant is missing or too many.
    Consonant,
    /// A consonant that Arabic grammar also puts into words is missing or too many («إنهاء», «انتهاء»).
    Grammatical,
    /// A consonant stands for one that sounds or transliterates like it.
    Confused,
    /// A vowel is missing, too many or another.
    Vowel,
    /// An Arabic vowel that makes one form of a root of another («تنفذ» and «تنفيذ», «اختلف» and «اختلاف», «منبر» and «منابر»).
    Derived,
}

/// Letters of one sound or one foreign sound, in folded Arabic.
const ALIKE: [&str; 9] = ["سصث", "زذظض", "ضدذ", "تطث", "كقغجخ", "هح", "فث", "بف", "شج"];

/// How one spelling differs from the other, where it is by one slip inside the word: the first and the last letter belong to grammar.
pub(super) fn between(one: &[char], other: &[char]) -> Option<Slip> {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    if short.len() == long.len() {
        let changed = short.len().saturating_sub(start + end);
        return match (
            changed,
            short.get(start..start + changed)?,
            long.get(start..start + changed)?,
        ) {
            (1, [a], [b]) if start > 0 && end > 0 => replaced(*a, *b),
            (2, [a, b], [c, d]) if a == d && b == c => Some(Slip::Swapped),
            _ => None,
        };
    }
    if long.len() != short.len() + 1 || start + end < short.len() {
        return None;
    }
    // A doubled letter can be taken for either of the two: the word's edges count only where the letter stands there alone.
    let first = short.len() - end;
    if first == 0 || start + 1 == long.len() {
        return None;
    }
    let letter = *long.get(first)?;
    // «اقفاص» and «القفاص»: the article.
    if first == 1 && letter == 'ل' && long.first() == Some(&'ا') {
        return None;
    }
    // «مائدة» and «مائدته», «فلسفة» and «فلسفية»: what grammar puts before a last «ه».
    if first + 2 == long.len() && long.last() == Some(&'ه') && matches!(letter, 'ت' | 'ي') {
        return None;
    }
    if is_derived(long, first) {
        return Some(Slip::Derived);
    }
    Some(match letter {
        'ت' | 'م' | 'ه' => Slip::Grammatical,
        _ if is_vowel(letter) => Slip::Vowel,
        _ => Slip::Consonant,
    })
}

/// Whether the vowel at `added` makes a verbal noun or a broken plural of the word without it, with or without a pronoun behind.
fn is_derived(long: &[char], added: usize) -> bool {
    let stem = match long {
        [stem @ .., 'ه', 'ا' | 'م'] | [stem @ .., 'ه'] if added + 2 <= stem.len() => stem,
        _ => long,
    };
    let last = added + 2 == stem.len();
    match stem {
        ['ت', _, _, 'ي', _] | ['ا', _, _, 'ا', _] => last,
        ['ا', 'ن', _, _, 'ا', _] | ['ا', _, 'ت', _, 'ا', _] | ['ا', 'س', 'ت', _, _, 'ا', _] => {
            last
        }
        ['م', _, 'ا', _, _] => added == 2,
        _ => false,
    }
}

fn replaced(a: char, b: char) -> Option<Slip> {
    if a.is_ascii() && is_vowel(a) && is_vowel(b) {
        return Some(Slip::Vowel);
    }
    ALIKE
        .iter()
        .any(|set| set.contains(a) && set.contains(b))
        .then_some(Slip::Confused)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ا' | 'و' | 'ي')
}
