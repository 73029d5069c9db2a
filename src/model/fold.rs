//! Names as they are looked up.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// Folds a name as it is looked up; `Catalog::find` says how.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let name = name.trim();
    // C, C++, C#, .NET and Net are five names.
    if name.starts_with(['.', '．']) && name.chars().nth(1).is_some_and(char::is_alphabetic) {
        folded.push_str("dot");
    }
    let mut last = Part::Other;
    for c in name.chars() {
        last = match sign(c) {
            Some(word) if matches!(last, Part::Letter | Part::Sign) => {
                folded.push_str(word);
                Part::Sign
            }
            _ if c.is_ascii_alphanumeric() => {
                folded.push(c.to_ascii_lowercase());
                if c.is_ascii_alphabetic() { Part::Letter } else { Part::Other }
            }
            _ if is_part_of_a_word(c) => {
                decompose_compatible(c, |part| push(part, &mut folded));
                if c.is_alphabetic() {
                    Part::Letter
                } else if c.is_alphanumeric() {
                    Part::Other
                } else {
                    // A mark belongs to what it stands on.
                    last
                }
            }
            _ => Part::Other,
        };
    }
    if folded.is_empty() { name.to_lowercase() } else { folded }
}

/// What came before a character: a sign means something after a letter, or after another sign.
#[derive(Clone, Copy)]
enum Part {
    Letter,
    Sign,
    Other,
}

/// The word for a sign that names end with.
fn sign(c: char) -> Option<&'static str> {
    match c {
        '+' | '＋' => Some("plus"),
        '#' | '＃' | '♯' => Some("sharp"),
        _ => None,
    }
}

/// Letters, digits and the marks that combine with them.
fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && canonical_combining_class(c) != 0
}

/// Adds a part of a letter: nothing for an accent, or for whatever is no letter, digit or mark.
fn push(part: char, folded: &mut String) {
    match part {
        '\u{300}'..='\u{36f}' => {}
        _ if is_part_of_a_word(part) => {
            part.to_lowercase().for_each(|letter| match plain(letter) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(letter),
            });
        }
        _ => {}
    }
}

/// How a letter is written that is a variant of others, though Unicode takes it for one of its own.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ĸ' => "k",
        'ŋ' => "n",
        'ʼ' => "",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn signs_are_words_after_letters_alone() {
        for (name, folded) in [
            ("C", "c"),
            ("C++", "cplusplus"),
            ("C#", "csharp"),
            ("C♯", "csharp"),
            (" .NET ", "dotnet"),
            ("Net", "net"),
            (".N1", "dotn1"),
            (".1N", "1n"),
            ("xŀy", "xly"),
            ("ASP.NET", "aspnet"),
            ("F# / .NET", "fsharpnet"),
            ("#1 Tool", "1tool"),
            ("A + B", "ab"),
            ("4+", "4"),
            ("É+", "eplus"),
            ("E\u{301}+", "eplus"),
            ("4\u{301}+", "4"),
            ("++", "++"),
            ("...", "..."),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn every_letter_is_itself_in_any_case() {
        // In capitals an iota below a Greek letter stands beside it; some Slavonic forms are those of another letter.
        let differs = |c: char| matches!(c, '\u{345}' | 'ᲀ'..='ᲈ' | 'ᾀ'..='ῼ');
        for letter in ('\0'..=char::MAX).filter(|c| c.is_alphanumeric() && !differs(*c)) {
            let name = format!("x{letter}y");
            let folded = fold(&name);
            for same in [name.to_uppercase(), name.to_lowercase(), folded.clone()] {
                assert_eq!(fold(&same), folded, "{name}");
            }
        }
    }
}
