//! The nearest known word, beside the least of all distances.

use mlops_catalog::model::nearest;
use proptest::prelude::*;

proptest! {
    #[test]
    fn nearest_matches_all_distances(word in "[a-dA-C é-]{0,7}", known in proptest::collection::vec("[a-dA-C ÉK-]{0,7}", 0..8)) {
        let given = word.to_lowercase().replace([' ', '_'], "-");
        let distance = |known: &str| {
            let known = known.to_lowercase();
            let (length, other) = (known.chars().count(), given.chars().count());
            let begins = given.len() >= 3 && known.starts_with(&given);
            let distance = if begins { length.abs_diff(other) } else { strsim::damerau_levenshtein(&given, &known) };
            (begins || distance * 3 <= length.max(other)).then_some(distance)
        };
        let naive = known.iter().filter_map(|known| Some((distance(known)?, known.as_str()))).min_by_key(|found| found.0);
        prop_assert_eq!(nearest(&word, known.iter().map(String::as_str)), naive.map(|(_, known)| known));
    }
}
