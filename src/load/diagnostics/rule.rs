//! The rules of a valid catalog, by name.

use crate::model::words;

words! {
    "rule";
    /// A rule of a valid catalog; its documentation states it.
    ///
    /// ```
    /// use mlops_catalog::load::Rule;
    /// assert_eq!(Rule::UnknownField.as_str(), "unknown-field");
    /// assert_eq!(Rule::UnknownField.description(), "A file has only the fields that its format knows.");
    /// ```
    #[non_exhaustive]
    pub enum Rule {
        /// Every file can be read.
        Unreadable,
        /// A catalog has `catalog.yaml` and the directory `tools`.
        MissingFile,
        /// The directory `tools` has only files whose name ends in `.yaml`.
        UnexpectedFile,
        /// A file has at most 256 KiB.
        TooLarge,
        /// A file is UTF-8 text.
        NotUtf8,
        /// A file has no characters that nobody sees, but for those that hold an emoji together.
        ForbiddenCharacter,
        /// A file is YAML.
        Syntax,
        /// A file uses no anchors, aliases, merge keys, tags, directives or further documents.
        YamlFeature,
        /// Lists and mappings are nested at most 16 deep.
        TooDeep,
        /// A field is given at most once.
        RepeatedField,
        /// A file has only the fields that its format knows.
        UnknownField,
        /// A file has every required field.
        MissingField,
        /// A value has the type of its field.
        WrongType,
        /// A text is a line: not empty, without spaces around it, without characters that nobody sees.
        BadText,
        /// A tool's id, the name of its file without `.yaml`, is kebab-case and the name of no device of Windows.
        BadId,
        /// A category exists.
        UnknownCategory,
        /// A tool has at least one category.
        NoCategory,
        /// A category is listed at most once.
        RepeatedCategory,
        /// `categories.yaml` describes every category that the crate knows.
        MissingCategory,
        /// The stage of a category is the right one.
        WrongStage,
        /// An alias is listed at most once.
        RepeatedAlias,
        /// A former id is listed at most once and differs from the current id.
        RepeatedFormerId,
        /// A license type exists.
        UnknownLicenseType,
        /// A tool file says `private`, not `non-free`, which only the paper uses.
        NonFree,
        /// A license expression is one of SPDX, without identifiers that SPDX has deprecated.
        BadExpression,
        /// An open-source tool has a license expression.
        MissingExpression,
        /// An open-source tool's license is one that OSI approves or FSF calls free.
        NotFree,
        /// Only open-source and source-available tools have a license expression.
        ClosedExpression,
        /// A date is YYYY, YYYY-MM or YYYY-MM-DD; `checked` is a day.
        BadDate,
        /// A year is between 1950 and next year.
        YearOutOfRange,
        /// A date is not in the future: its day has begun somewhere on earth.
        FutureDate,
        /// An event of a release or of a history exists.
        UnknownEvent,
        /// A finding that is settled is one that `verify` knows.
        UnknownFinding,
        /// An event has exactly the fields of its kind.
        EventFields,
        /// A history is ordered by date, with undated events last.
        EventOrder,
        /// No date is later than the `checked` date.
        AfterChecked,
        /// An event is possible after the events before it.
        EventCannotFollow,
        /// The last commit of an inactive tool is at least 24 months older than the `checked` date.
        NotYetInactive,
        /// An address is an https address, without a port, of a public host of letters, digits and hyphens.
        BadAddress,
        /// A name, alias or id belongs to one tool, whatever its case, accents, spaces and punctuation.
        NameTaken,
        /// A successor is the id of a tool in the catalog.
        UnknownSuccessor,
        /// A tool is not its own successor.
        OwnSuccessor,
        /// The successors of a tool never lead back to it.
        SuccessorCycle,
        /// A version is a semantic version.
        BadVersion,
        /// The version of the format is one that this crate can read.
        SchemaVersion,
        /// A `tool` in the paper's files is the id of a tool in the catalog.
        UnknownTool,
        /// A table, figure or reference of the paper is listed at most once.
        RepeatedNumber,
        /// A question of the survey has the id of a table or figure, such as `table-12`.
        BadExhibit,
        /// `answers` of a question is `one` or `many`.
        UnknownAnswers,
        /// An option of a question is listed at most once.
        RepeatedOption,
        /// A percentage is a number with at most two decimals.
        BadPercent,
        /// A role is `built`, `uses` or `co-developed`.
        UnknownRole,
        /// A DOI consists of `10.`, digits, `/` and a name.
        BadDoi,
        /// A reference number exists in `paper/references.yaml`.
        UnknownReference,
        /// The first release, the license, the successor and each event of a history have a source.
        Unsourced,
        /// A description has at most 120 characters.
        LongDescription,
        /// A tool was checked within the last 24 months.
        Stale,
        /// An alias differs from the name by more than case.
        AliasCase,
        /// An address has no tracking parameters.
        TrackingParameters,
        /// A source stays as it is: no branch, no list of commits, no page of an organization.
        WeakSource,
        /// A purchase, a donation, an archiving and an end have a date.
        UndatedEvent,
        /// The vendor is whom the last purchase or donation in the history names.
        FormerVendor,
        /// A text that other readers of YAML take for a number, a boolean or a date is in quotes.
        UnquotedText,
        /// A comment beside a text has a space after its `#`, or it may be a part of the text.
        SwallowedText,
        /// A text says something: `TODO`, `N/A` and the like are left out.
        Placeholder,
        /// A finished file has no comments of the skeleton.
        SkeletonComment,
        /// An event is not dated before the first release.
        BeforeRelease,
        /// A catalog has a tool.
        NoTools,
    }
}

words! {
    "severity";
    /// The severity of a problem.
    ///
    /// ```
    /// use mlops_catalog::load::{Rule, Severity};
    /// assert_eq!(Rule::Syntax.severity(), Severity::Error);
    /// assert_eq!(Rule::Unsourced.severity(), Severity::Warning);
    /// ```
    #[non_exhaustive]
    pub enum Severity {
        /// The catalog cannot be used.
        Error,
        /// The catalog can be used but should be improved.
        Warning,
    }
}

impl Rule {
    /// Returns the severity of breaking the rule.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            // A directory of before a category was added is still read, and compared with one of after it.
            Self::MissingCategory
            | Self::Unsourced
            | Self::LongDescription
            | Self::Stale
            | Self::AliasCase
            | Self::TrackingParameters
            | Self::WeakSource
            | Self::UndatedEvent
            | Self::FormerVendor
            | Self::UnquotedText
            | Self::SwallowedText
            | Self::Placeholder
            | Self::SkeletonComment
            | Self::BeforeRelease
            | Self::NoTools => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Returns what the rule requires, in one sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.documentation()
    }
}
