//! Which license a text is.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use mlops_catalog::model::Change;
use mlops_catalog::{License, Tool};
use spdx::detection::{LicenseType, Store, TextData};

/// How well a text must match a license before anything is said of it.
const THRESHOLD: f32 = 0.9;

/// Apache's license without its appendix, which SPDX's texts have: alone, it looks like one that was made from it.
const APACHE: &str = include_str!("../../../../LICENSE-APACHE");

/// SPDX's texts, and what was found in the files that were read.
pub struct Licenses {
    store: Store,
    known: Mutex<HashMap<String, Ids>>,
}

/// The licenses that a text may be, without what tells `-only` from `-or-later`; empty when it is none that is known.
pub type Ids = BTreeSet<String>;

/// SPDX's texts cannot be unpacked.
#[derive(Debug, thiserror::Error)]
#[error("the texts of SPDX's licenses cannot be read: {0}; build the command anew")]
pub struct NoLicenses(String);

impl Licenses {
    /// SPDX's texts, if any of the tools has a license that could be recognised by them.
    pub fn of(tools: &[&Tool]) -> Result<Self, NoLicenses> {
        if tools.iter().any(|tool| stated(tool).any(|license| license.spdx().is_some())) {
            return Self::load();
        }
        Ok(Self { store: Store::new(), known: Mutex::default() })
    }

    fn load() -> Result<Self, NoLicenses> {
        let mut store = Store::load_inline().map_err(|error| NoLicenses(error.to_string()))?;
        let apache = TextData::new(APACHE).without_text();
        store
            .add_variant("Apache-2.0", LicenseType::Alternate, apache)
            .map_err(|error| NoLicenses(error.to_string()))?;
        Ok(Self { store, known: Mutex::default() })
    }

    /// What is known of the file with that id.
    pub fn known(&self, id: &str) -> Option<Ids> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Recognises the text of the file with that id, and keeps what it is.
    pub fn learn(&self, id: &str, text: &[u8]) -> Ids {
        let ids = self.recognise(&String::from_utf8_lossy(text));
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), ids.clone());
        ids
    }

    /// The licenses that match best; several have the same text.
    fn recognise(&self, text: &str) -> Ids {
        let text = TextData::new(text);
        let mut best = (THRESHOLD, Ids::new());
        for (name, entry) in self.store.iter() {
            // The notice for files, such as `Licensed under the Apache License, Version 2.0`, may be all that there is.
            let texts = [&entry.original].into_iter().chain(&entry.alternates).chain(&entry.headers);
            let score = texts.map(|known| known.match_score(&text)).fold(0.0, f32::max);
            if score > best.0 || (score >= best.0 && best.1.is_empty()) {
                best = (score, Ids::new());
            }
            if score >= best.0 {
                best.1.insert(one_text(name).to_owned());
            }
        }
        best.1
    }
}

/// The licenses that a tool had, the present one last.
pub fn stated(tool: &Tool) -> impl Iterator<Item = &License> {
    let former = tool.history().iter().filter_map(|event| match event.change() {
        Change::Relicensed { from } => Some(from),
        _ => None,
    });
    former.chain([tool.license()])
}

/// The name of a license without what is not in its text: `-only` and `-or-later` of one version are one text.
pub fn one_text(id: &str) -> &str {
    ["-only", "-or-later", "+"].iter().find_map(|end| id.strip_suffix(end)).unwrap_or(id)
}

/// The licenses of an expression that have a text of SPDX.
pub fn ids_of(expression: &str) -> Ids {
    let parsed = spdx::Expression::parse(expression).ok();
    let requirements = parsed.iter().flat_map(spdx::Expression::requirements);
    requirements.filter_map(|of| Some(one_text(of.req.license.id()?.name).to_owned())).collect()
}

/// The licenses as a person would say them.
pub fn named(ids: &Ids) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_one_text_are_one() {
        for (expression, ids) in [
            ("GPL-3.0-only", &["GPL-3.0"][..]),
            ("GPL-3.0-or-later", &["GPL-3.0"]),
            ("Apache-2.0+", &["Apache-2.0"]),
            (
                "MIT OR (Apache-2.0 AND LGPL-2.1-or-later WITH Classpath-exception-2.0)",
                &["Apache-2.0", "LGPL-2.1", "MIT"],
            ),
            ("LicenseRef-Own", &[]),
        ] {
            assert_eq!(ids_of(expression).iter().collect::<Vec<_>>(), ids, "{expression}");
        }
    }

    const NOTICE: &str = "\
Licensed under the Apache License, Version 2.0 (the \"License\"); you may not use this file except in compliance with the
License. You may obtain a copy of the License at

    http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on an
\"AS IS\" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for the specific
language governing permissions and limitations under the License.
";

    #[test]
    fn texts_are_recognised_with_and_without_what_surrounds_them() {
        let licenses = Licenses::load().unwrap();
        let mit = include_str!("../../../../LICENSE-MIT");
        let with_appendix = format!("{APACHE}\n\nAPPENDIX: How to apply the Apache License to your work.\n");
        for (text, id) in [(APACHE, "Apache-2.0"), (&with_appendix, "Apache-2.0"), (mit, "MIT")] {
            assert_eq!(licenses.learn(id, text.as_bytes()), Ids::from([id.to_owned()]));
            assert_eq!(licenses.known(id), Some(Ids::from([id.to_owned()])));
        }
        let educational = NOTICE.replace("Apache License", "Educational Community License");
        let educational = educational.replace("www.apache.org/licenses/LICENSE-2.0", "opensource.org/licenses/ECL-2.0");
        let notices = [
            (NOTICE.to_owned(), "Apache-2.0"),
            (format!("Copyright 2018 The Authors. All rights reserved.\n\n{NOTICE}"), "Apache-2.0"),
            (educational, "ECL-2.0"),
        ];
        for (text, id) in notices {
            assert_eq!(licenses.learn(id, text.as_bytes()), Ids::from([id.to_owned()]));
        }
        // Half of a text, and none of it.
        for text in [&APACHE[..APACHE.len() / 2], "Do what you want.", ""] {
            assert_eq!(licenses.learn("other", text.as_bytes()), Ids::new());
        }
        assert_eq!(licenses.learn("bytes", b"\xff\xfe\x00"), Ids::new());
    }
}
