//! The command `overlap`.

use mlops_catalog::{Catalog, Category};

use crate::support::command::{json, stdout};

#[test]
fn overlap_json_is_the_overlap() {
    let value = json("overlap --format json");
    let all = Catalog::embedded().all();
    let overlap = all.overlap();
    let pairs = value["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), overlap.pairs().count());
    for (pair, shared) in pairs.iter().zip(overlap.pairs()) {
        let (a, b) = shared.categories();
        assert_eq!((pair["a"].as_str(), pair["b"].as_str()), (Some(a.as_str()), Some(b.as_str())));
        assert_eq!(pair["shared"], shared.tools().len());
        assert_eq!(pair["tools"].as_array().unwrap().len(), shared.tools().len());
        assert!((pair["jaccard"].as_f64().unwrap() - shared.jaccard()).abs() < 1e-12);
    }
    let tools: u64 = value["combinations"].as_array().unwrap().iter().map(|of| of["count"].as_u64().unwrap()).sum();
    assert_eq!(tools, Catalog::embedded().len() as u64);
}

#[test]
fn overlap_tables_show_pairs_that_share_tools() {
    let table = stdout("overlap");
    let all = Catalog::embedded().all();
    let overlap = all.overlap();
    let most = overlap.pairs().map(|shared| shared.tools().len()).max().unwrap();
    let first = table.lines().nth(1).unwrap();
    assert!(first.split_whitespace().any(|cell| cell == most.to_string()), "{first}");
    let shared = overlap.strongest_pairs().len();
    assert!(
        shared > 12 && table.contains(&format!("\n{} more pairs; --top {shared} shows all\n", shared - 12)),
        "{table}"
    );
    let whole = stdout("overlap --top 1000");
    assert!(!whole.contains("more pairs") && whole.lines().count() > shared);
    let matrix = stdout("overlap --matrix");
    let numbers = overlap.matrix();
    for (row, category) in Category::all().enumerate() {
        let line = matrix.lines().find(|line| line.contains(category.as_str())).unwrap();
        let shown: Vec<usize> = line.split_whitespace().skip(2).map(|cell| cell.parse().unwrap_or(0)).collect();
        assert_eq!(shown, numbers[row], "{category}");
    }
    assert_eq!(stdout("overlap --matrix --released 1950"), "No tool matches.\n");
    assert_eq!(stdout("overlap --released 1950"), "No tool matches.\n");
    assert_eq!(stdout("overlap --query feast --edition paper"), "No tool belongs to two categories.\n");
}
